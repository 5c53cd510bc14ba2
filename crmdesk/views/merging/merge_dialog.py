"""The dialog that merges records: side by side, field by field, with what follows and what should be known before."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind, Severity
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.merging.choice_grid import ChoiceGrid
from crmdesk.views.merging.wording import counts_text
from crmdesk.views.words import listed, refusal_text, remark_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.merging import Merged, MergePreview

_SIZE: Final = QSize(860, 640)
_SMALLEST: Final = QSize(560, 320)
_MOST_TOLD: Final = 12
_MOST_DOUBTS: Final = 3


class MergeDialog(QDialog):
    """Shows what would be; nothing is written before the button is pressed.

    Signals:
        merged: `services.merging.Merged`, after the merge.
    """

    merged = Signal(object)

    def __init__(self, context: ViewContext, keys: Sequence[RecordKey], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keys = tuple(keys)
        self._survivor: RecordKey | None = None
        self._choices: dict[str, str] = {}
        self._preview: MergePreview | None = None
        self.setMinimumSize(_SMALLEST)
        self.resize(_fitting(parent))
        mark(self, surface="surface")
        self.grid = ChoiceGrid(self)
        self.grid.survivor_chosen.connect(self._on_survivor_chosen)
        self.grid.value_chosen.connect(self._on_value_chosen)
        self.equal_button = QPushButton(self)
        mark(self.equal_button, kind="quiet")
        self.equal_button.setAutoDefault(False)
        self.equal_button.setCheckable(True)
        self.equal_button.toggled.connect(self._on_equal_toggled)
        self._follows = _wrapping(self)
        self._doubts = _wrapping(self)
        mark(self._doubts, textRole="warn")
        self._told = QVBoxLayout()
        self._told.setSpacing(GRID)
        self.problem = _wrapping(self)
        mark(self.problem, textRole="bad")
        self.problem.hide()
        self.merge_button = QPushButton(self)
        self.merge_button.setDefault(True)
        self.merge_button.setEnabled(False)
        mark(self.merge_button, kind="primary")
        self.merge_button.clicked.connect(self._on_merge_clicked)
        self._cancel = QPushButton(self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._arrange()
        self._retranslate()
        self._ask()

    def _arrange(self) -> None:
        page = self._page = QWidget(self)
        mark(page, surface="surface")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inside.setSpacing(GAP)
        inside.addWidget(self.grid)
        inside.addWidget(self.equal_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addLayout(self._told)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        foot = self._foot = QWidget(self)
        mark(foot, surface="window", edge="top")
        below = QVBoxLayout(foot)
        below.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        below.setSpacing(GRID)
        below.addWidget(self._doubts)
        below.addWidget(self._follows)
        buttons = QHBoxLayout()
        below.addLayout(buttons)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.merge_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)

    # What would be

    def _ask(self) -> None:
        service = self._context.services.merging
        work = partial(service.preview, self._keys, self._survivor, dict(self._choices), language=self._context.language)
        self._context.tasks.read(work, done=self._on_preview, failed=self._on_refused, latest="preview")

    @Slot(object)
    def _on_preview(self, preview: "MergePreview") -> None:
        is_first = self._preview is None
        self._preview = preview
        self.problem.hide()
        self.grid.show_preview(preview)
        self.merge_button.setEnabled(True)
        self._retranslate()
        if is_first:
            chosen = next((cell for cell in self.grid.survivor_cells() if cell.isChecked()), None)
            if chosen is not None:
                chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()

    def _fit(self) -> None:
        """Be no taller than what there is to choose."""
        inside = self._page.layout()
        needed = (0 if inside is None else inside.totalHeightForWidth(self.width())) + self._foot.sizeHint().height() + MARGIN
        self.resize(self.width(), max(self.minimumHeight(), min(self.height(), needed)))

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.problem.setText(refusal_text(error))
        self.problem.show()
        self.merge_button.setEnabled(self._preview is not None)

    @Slot(str)
    def _on_survivor_chosen(self, record: str) -> None:
        self._survivor = RecordKey(self._keys[0].kind, record)
        self._ask()

    @Slot(str, str)
    def _on_value_chosen(self, key: str, value: str) -> None:
        self._choices[key] = value
        self._ask()

    @Slot(bool)
    def _on_equal_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - the signal's signature
        self.grid.show_equal(is_shown=is_shown)
        self._retranslate()

    # Doing it

    @Slot()
    def _on_merge_clicked(self) -> None:
        if self._preview is None:
            return
        self.merge_button.setEnabled(False)
        work = partial(self._context.services.merging.merge, self._keys, self._preview.survivor, dict(self._choices))
        self._context.tasks.write(work, done=self._on_merged, failed=self._on_refused)

    @Slot(object)
    def _on_merged(self, done: "Merged") -> None:
        steps = UndoSteps.of(self._context)
        steps.offer(self._sentence(), done.changes)
        self.merged.emit(done)
        if done.key.kind in {RecordKind.COMPANY, RecordKind.SITE}:
            self._context.record_asked.emit(str(done.key))
        self.accept()

    def _sentence(self) -> str:
        preview = self._preview
        if preview is None:
            return ""
        gone = listed(record.name for record in preview.records if record.key != preview.survivor)
        stays = next(record.name for record in preview.records if record.key == preview.survivor)
        return self.tr("Merged {merged} into {name}.").format(merged=gone, name=stays)

    # Words

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        count = len(self._keys) if self._preview is None else len(self._preview.records)
        kind = self._keys[0].kind if self._keys else RecordKind.COMPANY
        titles = {
            RecordKind.COMPANY: self.tr("Merge %n companies", "", count),
            RecordKind.SITE: self.tr("Merge %n sites", "", count),
            RecordKind.CONTACT: self.tr("Merge %n people", "", count),
        }
        title = titles.get(kind, "")
        self.setWindowTitle(title)
        self.merge_button.setText(title)
        self.merge_button.setToolTip(self.tr("Ctrl+Z takes it back; so does the record's band, however late"))
        self._cancel.setText(self.tr("Cancel"))
        equal = self.grid.equal_count
        shown = self.tr("Hide %n equal fields", "", equal) if self.equal_button.isChecked() else ""
        self.equal_button.setText(shown or self.tr("Show %n equal fields", "", equal))
        self.equal_button.setVisible(equal > 0)
        self._show_outcome()

    def _show_outcome(self) -> None:
        while (item := self._told.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if self._preview is None:
            self._follows.setText("")
            self._doubts.hide()
            return
        counts = counts_text(self._preview.follows)
        follows = self.tr("Everything follows, nothing is deleted: {counts}.").format(counts=counts)
        self._follows.setText(follows if counts else self.tr("Nothing hangs on the records that give way."))
        doubts = [remark_text(remark) for remark in self._preview.told if remark.severity is not Severity.INFO]
        self._doubts.setText("\n".join(doubts[:_MOST_DOUBTS]))
        self._doubts.setVisible(bool(doubts))
        remarks = [remark for remark in self._preview.told if remark.severity is Severity.INFO]
        for remark in remarks[:_MOST_TOLD]:
            label = _wrapping(self)
            mark(label, textRole="secondary")
            label.setText(remark_text(remark))
            self._told.addWidget(label)
        if len(remarks) > _MOST_TOLD:
            label = _wrapping(self)
            mark(label, textRole="secondary")
            label.setText(self.tr("… and %n more", "", len(remarks) - _MOST_TOLD))
            self._told.addWidget(label)


def _wrapping(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _fitting(parent: QWidget | None) -> QSize:
    if parent is None:
        return _SIZE
    window = parent.window().size()
    return QSize(min(_SIZE.width(), window.width() - 4 * MARGIN), min(_SIZE.height(), window.height() - 4 * MARGIN))
