"""One group: its records side by side, why they may be one, and what can be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.services.record_key import RecordKey
from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.duplicates.member_table import MemberTable
from crmdesk.views.duplicates.wording import confidence_look, reason_texts

if TYPE_CHECKING:
    from crmdesk.services.duplicates import GroupFound, PairFound


class GroupPanel(QWidget):
    """Shows a `GroupFound`.

    Signals:
        merge_asked: tuple of `RecordKey`, all records of the group.
        parting_asked: the chosen record is another than the rest.
        open_asked: `RecordKey` of the chosen record.
    """

    merge_asked = Signal(object)
    parting_asked = Signal()
    open_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chip = Chip(parent=self)
        self._title = QLabel(self)
        mark(self._title, textRole="recordTitle")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.members = MemberTable(self)
        self._why = QLabel(self)
        mark(self._why, textRole="strong")
        self._reasons = QLabel(self)
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.PlainText)
        self._reasons.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)  # long words do not widen the window
        self._merge, self._part, self._open = QAction(self), QAction(self), QAction(self)
        self._merge.triggered.connect(self.ask_merge)
        self._part.triggered.connect(self.parting_asked)
        self._open.triggered.connect(self.ask_open)
        self.members.member_chosen.connect(self._on_member_chosen)
        self._build()
        self._retranslate()

    def _build(self) -> None:
        mark(self, surface="surface")
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._chip)
        top.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        self.buttons = [
            ActionButton(self._merge, kind="primary", parent=self),
            ActionButton(self._part, parent=self),
            ActionButton(self._open, kind="quiet", parent=self),
        ]
        for button in self.buttons:
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addLayout(buttons)
        layout.addWidget(self.members, 1)
        layout.addWidget(self._why)
        layout.addWidget(self._reasons)

    @property
    def group(self) -> "GroupFound | None":
        """The group shown."""
        return self.members.group

    @property
    def reasons(self) -> str:
        """What is said of the chosen record, a line each."""
        return self._reasons.text()

    def show_group(self, group: "GroupFound") -> None:
        """Show a group."""
        self.members.show_group(group)
        self._show_words()

    def chosen_key(self) -> RecordKey | None:
        """Return the chosen record."""
        group = self.group
        return None if group is None else group.members[self.members.chosen].key

    @Slot()
    def ask_merge(self) -> None:
        """Ask for the whole group to be merged."""
        if self.group is not None:
            self.merge_asked.emit(tuple(member.key for member in self.group.members))

    @Slot()
    def ask_open(self) -> None:
        """Ask for the chosen record to be opened."""
        key = self.chosen_key()
        if key is not None:
            self.open_asked.emit(key)

    @Slot(int)
    def _on_member_chosen(self, _place: int) -> None:
        self._show_words()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._merge.setText(self.tr("Merge …"))
        self._merge.setToolTip(self.tr("Make one record of the group  M"))
        self._part.setText(self.tr("Not a duplicate"))
        self._open.setText(self.tr("Open"))
        self._open.setToolTip(self.tr("Show the chosen record on the page of accounts  Enter"))
        self._show_words()

    def _show_words(self) -> None:
        group = self.group
        if group is None:
            return
        self._chip.show_look(confidence_look(group.confidence, is_flat=False))
        self._title.setText(self.tr("%n records that may be one", "", len(group.members)))
        chosen = group.members[self.members.chosen]
        is_pair = len(group.members) == 2
        self._part.setToolTip(
            self.tr("Remember that these two are different  N")
            if is_pair
            else self.tr("Remember that the chosen record is another than the rest  N")
        )
        pair, other = self._pair()
        if pair is None:
            self._why.setText(self.tr("Why {name} stands here").format(name=chosen.name))
            self._reasons.setText(self.tr("It is like another record of the group."))
            return
        names = {member.key: (at, member.name) for at, member in enumerate(group.members, start=1)}
        at, name = names[other]
        self._why.setText(
            self.tr("{number}. {name} beside {other_number}. {other} – {score} %").format(
                number=self.members.chosen + 1,
                name=chosen.name,
                other_number=at,
                other=name,
                score=int(100 * pair.score),
            )
        )
        self._reasons.setText("\n".join(f"• {text}" for text in reason_texts(pair.reasons)))

    def _pair(self) -> "tuple[PairFound | None, RecordKey]":
        """Return the pair to be explained: the chosen record with the first one, else with the one it is most like."""
        group, key = self.group, self.chosen_key()
        if group is None or key is None:
            raise RuntimeError("no group is shown")
        first = group.members[0].key
        ranked = sorted(
            (pair for pair in group.pairs if key in {pair.left, pair.right}),
            key=lambda pair: (first not in {pair.left, pair.right}, -pair.score),
        )
        if not ranked:
            return None, key
        best = ranked[0]
        return best, best.right if best.left == key else best.left
