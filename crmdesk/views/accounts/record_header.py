"""What stands above the tabs of a record: path, name, code, status, grade, owner, and what can be done with it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.buttons import ActionButton
from crmdesk.ui.chips import Chip, ChipLook
from crmdesk.ui.copy_button import CopyButton
from crmdesk.ui.elided_label import ElidedLabel
from crmdesk.ui.icons import icon
from crmdesk.ui.path_bar import PathBar, PathSegment
from crmdesk.ui.theme.metrics import GAP, GRID, ICON, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.record_menu import RecordMenu

_NAME_LEAST: Final = 280
"""So much of a name is shown before what stands beside it."""
_TITLE_HEIGHT: Final = 30


@dataclass(frozen=True, slots=True)
class HeaderContent:
    """What the header shows of a record or a draft.

    Attributes:
        path: the companies above, top first; payloads are keys.
        title: the record's name. code, owner: empty for none. status, grade: chips.
        key: of the record, empty for a draft.
        is_company: whether there is an invoice block to copy and a place for sites and subsidiaries.
        is_new: not stored yet: nothing to delete or copy.
    """

    title: str
    path: tuple[PathSegment, ...] = ()
    code: str = ""
    owner: str = ""
    status: ChipLook | None = None
    grade: ChipLook | None = None
    key: str = ""
    is_company: bool = False
    is_new: bool = False


class RecordHeader(QWidget):
    """Stays while the tabs scroll.

    Signals:
        path_activated: `str` key of a company above.
        back_asked: to the tree, where there is room for one of them only.
        save_asked, revert_asked.

    Attributes:
        menu: what else can be done with the record. signs: where others put in what they have to say of it.
    """

    path_activated = Signal(str)
    back_asked = Signal()
    save_asked = Signal()
    revert_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="surface", edge="bottom")
        self._back = QToolButton(self)
        self._back.setIcon(icon("arrow-left"))
        self._back.setIconSize(QSize(ICON, ICON))
        self._back.hide()
        self.path = PathBar(self)
        self.title = ElidedLabel(self)
        mark(self.title, textRole="recordTitle")
        self._code = QLabel(self)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        mark(self._code, textRole="secondary")
        self._copy_name = CopyButton(self._name_text, "", self)
        self._copy_code = CopyButton(self._code.text, "", self)
        self.status = Chip(parent=self)
        self.grade = Chip(parent=self)
        self.owner = ElidedLabel(self)
        self.owner.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # shown whole or not at all
        mark(self.owner, textRole="secondary")
        self.signs = QHBoxLayout()
        self._save = QAction(self)
        self._save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self._save.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the panel itself answers the key
        self._revert = QAction(self)
        self.save_button = ActionButton(self._save, kind="primary", parent=self)
        self.revert_button = ActionButton(self._revert, kind="quiet", parent=self)
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("ellipsis"))
        self.menu_button.setIconSize(QSize(ICON, ICON))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = RecordMenu(self.menu_button)
        self.menu_button.setMenu(self.menu)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.set_dirty(is_dirty=False)

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(GRID)
        above.addWidget(self._back)
        above.addWidget(self.path, 1)
        line = self._line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.title)
        line.addWidget(self._copy_name)
        line.addWidget(self._code)
        line.addWidget(self._copy_code)
        line.addWidget(self.status)
        line.addWidget(self.grade)
        line.addWidget(self.owner)
        line.addLayout(self.signs)
        line.addStretch(1)
        line.addWidget(self.revert_button)
        line.addWidget(self.save_button)
        line.addWidget(self.menu_button)
        self.menu_button.setFixedHeight(_TITLE_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN + GRID, GRID, MARGIN, GRID)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addLayout(line)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_asked)
        self.path.segment_activated.connect(self._on_segment_activated)
        self._save.triggered.connect(self.save_asked)
        self._revert.triggered.connect(self.revert_asked)

    def show_content(self, content: HeaderContent) -> None:
        """Show another record."""
        self.path.show_path(content.path)
        self.title.show_text(content.title)
        self._code.setText(content.code)
        self._copy_name.setVisible(not content.is_new)
        for chip, look in ((self.status, content.status), (self.grade, content.grade)):
            chip.setVisible(look is not None)
            if look is not None:
                chip.show_look(look)
        self.status.setToolTip(self.tr("The status follows orders by itself."))
        self.owner.show_text(self.tr("Owner: {name}").format(name=content.owner) if content.owner else "")
        self.menu.show_record(content.key, is_company=content.is_company)
        self.menu_button.setVisible(not content.is_new)
        self._make_room()

    def _make_room(self) -> None:
        """Leave owner and code, which the form shows too, away where the name would be cut for them."""
        others = (self._copy_name, self.status, self.grade, self.revert_button, self.save_button, self.menu_button)
        taken = [min(self.title.sizeHint().width(), _NAME_LEAST), self.signs.sizeHint().width()]
        taken += [widget.sizeHint().width() for widget in others if not widget.isHidden()]
        room = self.width() - 2 * MARGIN - GRID - sum(taken) - GAP * len(taken)
        for widgets, is_known in (((self._code, self._copy_code), self._code.text()), ((self.owner,), self.owner.whole_text)):
            room -= sum(widget.sizeHint().width() + GAP for widget in widgets) if is_known else 0
            for widget in widgets:
                widget.setVisible(bool(is_known) and room >= 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._make_room()  # a sign came or went
        return super().event(event)

    def set_dirty(self, *, is_dirty: bool) -> None:
        """Offer to save and to revert while there is something to."""
        self._save.setVisible(is_dirty)
        self._revert.setVisible(is_dirty)

    def set_compact(self, *, is_compact: bool) -> None:
        """Offer the way back to the tree."""
        self._back.setVisible(is_compact)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._back.setToolTip(self.tr("Back to the tree  Alt+Left"))
        self._back.setAccessibleName(self.tr("Back to the tree"))
        self._copy_name.set_what(self.tr("name"))
        self._copy_code.set_what(self.tr("code"))
        self._save.setText(self.tr("Save"))
        self._save.setToolTip(self.tr("Save this record"))
        self._revert.setText(self.tr("Discard"))
        self._revert.setToolTip(self.tr("Discard what was typed  Esc"))
        self.menu_button.setToolTip(self.tr("More actions"))
        self.menu_button.setAccessibleName(self.tr("More actions"))

    def _name_text(self) -> str:
        return self.title.whole_text

    @Slot(object)
    def _on_segment_activated(self, payload: object) -> None:
        self.path_activated.emit(str(payload))
