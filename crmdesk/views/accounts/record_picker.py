"""Finds a company, or a record of another kind, among any number of them by typing."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP, ROW_HEIGHT
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.search import SearchResult

_ID: Final = Qt.ItemDataRole.UserRole
_HITS: Final = 60


class RecordPicker(QWidget):
    """An input with what it finds below; arrows choose, Enter picks.

    Signals:
        record_chosen: (`RecordKey` or None) another record is chosen, None for the top; not before something is typed.
        record_picked: (`RecordKey` or None) by Enter or a click.
        looked_up: (str) what is found for this text, which is still typed, is shown now.
    """

    record_chosen = Signal(object)
    record_picked = Signal(object)
    looked_up = Signal(str)

    def __init__(
        self,
        context: ViewContext,
        left_out: tuple[RecordKey, ...],
        parent: QWidget,
        *,
        rows: int,
        with_top: bool,
        kind: RecordKind = RecordKind.COMPANY,
    ) -> None:
        """`left_out` are never offered; `with_top` offers to belong to no company while nothing is typed; `kind` is what is found."""
        super().__init__(parent)
        self._context = context
        self._left_out = frozenset(left_out)
        self._with_top = with_top
        self._kind = kind
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Type a name, pinyin or code"))
        self.found = QListWidget(self)
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setFixedHeight(ROW_HEIGHT * rows)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.search)
        layout.addWidget(self.found)
        self.setFocusProxy(self.search)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_text_changed)
        self.found.itemClicked.connect(self._pick)
        self.found.currentItemChanged.connect(self._on_current_changed)
        self._fill([])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                step = 1 if key == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.found.currentItem() is not None:
                self._pick(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            search = partial(self._context.services.search.search, text, _HITS, kind=self._kind)
            self._context.tasks.read(search, done=self._on_found, latest="picker")
        else:
            self._fill([])

    @Slot(object)
    def _on_found(self, result: "SearchResult") -> None:
        if result.text != self.search.text():
            return
        records = []
        for hit in result.hits:
            if hit.key not in self._left_out:
                above = " › ".join(part.name for part in hit.path)
                records.append((hit.key.id, f"{hit.title}  {hit.code}  {above}  {hit.address}".rstrip()))
        self._fill(records)
        self.looked_up.emit(result.text)

    def _fill(self, records: list[tuple[str, str]]) -> None:
        self.found.clear()
        is_idle = not self.search.text().strip()
        entries = list(records)
        if self._with_top and is_idle:
            entries.append(("", self.tr("To the top: no parent company")))
        for record, text in entries:
            item = QListWidgetItem(text)
            item.setData(_ID, record)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            self.found.addItem(item)
        self.found.setCurrentRow(-1 if is_idle else 0)

    @Slot(QListWidgetItem)
    def _pick(self, item: QListWidgetItem) -> None:
        self.record_picked.emit(self._key_of(item))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.record_chosen.emit(self._key_of(item))

    def _key_of(self, item: QListWidgetItem) -> RecordKey | None:
        record = str(item.data(_ID))
        return RecordKey(self._kind, record) if record else None
