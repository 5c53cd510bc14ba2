"""A damaged store: which backup takes its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget
from typing_extensions import override

from crmdesk.ui.theme.metrics import ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.welcome.cover_page import CoverPage, push_button, sentence
from crmdesk.views.words import size_text, time_text

_SHOWN: Final = 6


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """One backup to choose from; `made_at` aware UTC, `size` bytes."""

    path: str
    made_at: datetime
    size: int


class RecoveryPage(CoverPage):
    """Newest backup chosen; Enter restores it.

    Signals:
        recover_asked: str, path of the backup.
    """

    recover_asked = Signal(str)

    def __init__(
        self, path: str, detail: str, choices: Sequence[BackupChoice], *, problem: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        self._detail = detail
        self._choices = tuple(choices)
        self._problem = sentence(self.panel, "bad")
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._list = QListWidget(self.panel)
        self._list.setUniformItemSizes(True)
        mark(self._list, edge="bottom")
        self._kept = sentence(self.panel)
        self._restore = push_button(self.panel, "primary")
        self._other = push_button(self.panel, "quiet")
        for widget in (self._problem, self._list, self._kept):
            self.column.addWidget(widget)
        self.add_buttons(self._restore, self._other)
        self._list.itemActivated.connect(self._on_restore_clicked)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._other.clicked.connect(self.choose_file)
        has_any = bool(self._choices)
        self._list.setVisible(has_any)
        self._restore.setVisible(has_any)
        self.setFocusProxy(self._list if has_any else self._other)
        self._retranslate()
        self._list.setFixedHeight((min(_SHOWN, max(2, len(self._choices)))) * ROW_HEIGHT + 2)

    @property
    def chosen(self) -> str:
        """Path of the chosen backup, empty for none."""
        items = self._list.selectedItems()
        return str(items[0].data(Qt.ItemDataRole.UserRole)) if items else ""

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.title.setText(self.tr("{name} is damaged").format(name=Path(self._path).name))
        self.lead.setText(
            self.tr("The disk returned something else than was written ({detail}). Choose the backup to go on with.").format(
                detail=self._detail
            )
            if self._choices
            else self.tr("The disk returned something else than was written ({detail}), and there is no backup of it.").format(
                detail=self._detail
            )
        )
        self._kept.setText(
            self.tr("The damaged file is kept. What was entered after the backup is read from it and shown to you.")
        )
        self._list.setAccessibleName(self.tr("Backups, newest first"))
        self._restore.setText(self.tr("&Go on with this backup"))
        self._other.setText(self.tr("Open &another file …"))
        self._fill()

    def _fill(self) -> None:
        row = max(0, self._list.currentRow())
        self._list.clear()
        for choice in self._choices:
            text = self.tr("{time}   {size}").format(time=time_text(choice.made_at), size=size_text(choice.size))
            item = QListWidgetItem(text, self._list)
            item.setData(Qt.ItemDataRole.UserRole, choice.path)
            item.setToolTip(choice.path)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
        if self._choices:
            self._list.setCurrentRow(row)

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self.chosen and self._restore.isEnabled():
            self._restore.setEnabled(False)
            self._list.setEnabled(False)
            self.recover_asked.emit(self.chosen)
