"""Picks a company among any number of them by typing: the place a record is moved to."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP, ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.search import SearchResult

_ID: Final = Qt.ItemDataRole.UserRole
_HITS: Final = 60
_WIDTH: Final = 380
_SHOWN_ROWS: Final = 10


class CompanyFinder(QFrame):
    """A popup that closes itself; Enter picks, Esc closes.

    Signals:
        company_picked: (`str` key of the record that moves, `str` id of the company, empty for the top).
    """

    company_picked = Signal(str, str)

    def __init__(self, context: ViewContext, moved: RecordKey, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark(self, surface="raised")
        self._context = context
        self._moved = moved
        self._title = QLabel(self.tr("Move under which company?"), self)
        mark(self._title, textRole="strong")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Type a name, pinyin or code"))
        self.search.setAccessibleName(self._title.text())
        self.found = QListWidget(self)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setFixedHeight(ROW_HEIGHT * _SHOWN_ROWS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self._title, self.search, self.found):
            layout.addWidget(widget)
        self.setFixedWidth(_WIDTH)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_text_changed)
        self.found.itemClicked.connect(self._on_item_clicked)
        self._fill(())

    def open_at(self, position: QPoint) -> None:
        """Show the popup."""
        self.move(position)
        self.show()
        self.search.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            self._context.tasks.read(self._context.services.search.search, text, _HITS, done=self._on_found, latest="companies")
        else:
            self._fill(())

    @Slot(object)
    def _on_found(self, result: "SearchResult") -> None:
        companies = []
        for hit in result.hits:
            if hit.key.kind is RecordKind.COMPANY and hit.key != self._moved:
                above = " › ".join(part.name for part in hit.path)
                companies.append((hit.key.id, f"{hit.title}  {hit.code}  {above}".rstrip()))
        self._fill(companies)

    def _fill(self, companies: "list[tuple[str, str]] | tuple[()]") -> None:
        self.found.clear()
        entries = list(companies)
        if self._moved.kind is RecordKind.COMPANY and not self.search.text().strip():
            entries.append(("", self.tr("To the top: no parent company")))
        for company, text in entries:
            item = QListWidgetItem(text)
            item.setData(_ID, company)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.found.addItem(item)
        self.found.setCurrentRow(0 if self.search.text().strip() else -1)

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        self._pick(item)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            company = str(item.data(_ID))
            self.close()
            self.company_picked.emit(str(self._moved), company)
