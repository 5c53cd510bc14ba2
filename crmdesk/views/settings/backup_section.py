"""Backups: when, how many, where; those there are; one now; putting one back."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.memory_model import RowsModel
from crmdesk.ui.table.rows_view import RowsView
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.tasks.progress import Progress
from crmdesk.ui.theme.metrics import GAP, MARGIN, ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.preference_choices import chosen
from crmdesk.views.settings.section import Section, make_label
from crmdesk.views.words import size_text, time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.backups import BackupRow, BackupService
    from crmdesk.ui.status_line import ProgressItem

_HOURS: Final = (0, 1, 2, 4, 8, 12, 24, 72, 168)
_DAY: Final = 24
_SHOWN: Final = 8


class BackupSection(Section):
    """Choices take effect at once; restoring says first what it does and asks nothing twice."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Backup"))
        self._item: ProgressItem | None = None
        self._backups: tuple[BackupRow, ...] = ()
        self._hours = QComboBox(self)
        self._kept = QSpinBox(self)
        self._folder = make_label("", "", self)
        self._columns = (
            Column("made", self.tr("Made"), 180, sortable=False),
            Column("size", self.tr("Size"), 90, CellKind.NUMBER, sortable=False),
            Column("why", self.tr("Why"), 160, sortable=False, stretches=True),
        )
        self._model = RowsModel(self._columns, (), self)
        self.list = RowsView(self)
        self._now = QPushButton(self.tr("Back up &now"), self)
        self._restore = QPushButton(self.tr("&Restore …"), self)
        self._question = RestoreQuestion(self)
        self._build()
        self._connect()
        self._read()

    def _build(self) -> None:
        settings = self.context.preferences.current
        self._hours.setFixedWidth(220)
        for hours in _HOURS:
            self._hours.addItem(self._hours_text(hours), hours)
        self._hours.setCurrentIndex(self._hours.findData(settings.backup_hours))
        self.add_row(self.tr("&Every"), self._hours, self.tr("Made while you work, when something was changed since the last."))
        self._kept.setRange(1, 100)
        self._kept.setValue(settings.backups_kept)
        self._kept.setFixedWidth(100)
        self.add_row(self.tr("&Keep"), self._kept, self.tr("So many are kept; the oldest goes when another is made."))
        folder = QWidget(self)
        row = QHBoxLayout(folder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._change = QPushButton(self.tr("&Change …"), self)
        self._default = QPushButton(self.tr("&Beside the file"), self)
        row.addWidget(self._folder, 1)
        row.addWidget(self._change)
        row.addWidget(self._default)
        folder.setSizePolicy(folder.sizePolicy().Policy.Expanding, folder.sizePolicy().Policy.Preferred)
        folder.setFocusProxy(self._change)
        self.add_row(self.tr("&Folder"), folder, self.tr("Another disk, or a folder that is kept elsewhere too, is safest."))
        self.add_caption(self.tr("Backups there are"))
        self.list.show_rows(self._model, self._model)
        self.list.setAccessibleName(self.tr("Backups, newest first"))
        self.add_widget(self.list)
        self._nothing = make_label(self.tr("No backup yet. The first is made while you work, or now."), "secondary", self)
        self.add_widget(self._nothing)
        buttons = QWidget(self)
        line = QHBoxLayout(buttons)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._now)
        line.addWidget(self._restore)
        line.addStretch(1)
        self.add_widget(buttons)
        self.add_widget(self._question)
        self._question.hide()

    def _connect(self) -> None:
        self._hours.activated.connect(self._on_hours_chosen)
        self._kept.valueChanged.connect(self._on_kept_chosen)
        self._change.clicked.connect(self._on_change_folder)
        self._default.clicked.connect(self._on_default_folder)
        self._now.clicked.connect(self._on_now)
        self._restore.clicked.connect(self._on_restore)
        self._question.restore.clicked.connect(self._on_restore_confirmed)
        self._question.cancel.clicked.connect(self._question.hide)
        self.list.row_selection_changed.connect(self._on_selected)
        self.context.preferences.changed.connect(self._read)

    def _hours_text(self, hours: int) -> str:
        if hours == 0:
            return self.tr("Never")
        if hours == 1:
            return self.tr("1 hour")
        if hours < _DAY:
            return self.tr("{count} hours").format(count=hours)
        return self.tr("1 day") if hours == _DAY else self.tr("{count} days").format(count=hours // _DAY)

    @Slot()
    def _read(self) -> None:
        backups: BackupService = self.context.care.backups
        self._folder.setText(str(backups.folder))
        self._default.setVisible(bool(self.context.preferences.current.backup_folder))
        self.context.tasks.read(backups.list, done=self._on_list, latest="backups")

    @Slot(object)
    def _on_list(self, rows: "tuple[BackupRow, ...]") -> None:
        self._backups = rows
        why = {"scheduled": self.tr("regular"), "before-migration": self.tr("before an upgrade of the program")}
        self._model.set_rows(
            [
                TableRow(
                    str(row.path),
                    {
                        "made": Cell(time_text(row.made_at), tooltip=str(row.path)),
                        "size": Cell(size_text(row.size)),
                        "why": Cell(why.get(row.kind, row.kind)),
                    },
                )
                for row in rows
            ]
        )
        self.list.setFixedHeight((min(_SHOWN, len(rows)) + 1) * ROW_HEIGHT + GAP)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._on_selected()

    @property
    def chosen_backup(self) -> "BackupRow | None":
        """The backup with the keyboard."""
        at = self.list.current_row
        return self._backups[at] if at is not None and at < len(self._backups) else None

    @Slot()
    def _on_selected(self) -> None:
        is_any = self.chosen_backup is not None
        self._restore.setEnabled(is_any)
        self._restore.setToolTip("" if is_any else self.tr("Waits for a backup to be chosen in the list"))
        self._question.hide()

    @Slot()
    def _on_hours_chosen(self) -> None:
        self._prefer("backup_hours", self._hours.currentData())

    @Slot()
    def _on_kept_chosen(self) -> None:
        self._prefer("backups_kept", self._kept.value())

    def _prefer(self, name: str, value: object) -> None:
        self.context.preferences.change(chosen(self.context.preferences.current, name, value))

    @Slot()
    def _on_change_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for backups"), self._folder.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.use_folder)
        dialog.open()

    @Slot(str)
    def use_folder(self, folder: str) -> None:
        """Keep backups in another folder from now on; those there are stay where they are."""
        self._prefer("backup_folder", str(Path(folder)))

    @Slot()
    def _on_default_folder(self) -> None:
        self._prefer("backup_folder", "")

    @Slot()
    def _on_now(self) -> None:
        self._now.setEnabled(False)
        self._item = self.context.frame.add_progress(self.tr("Backing up"))
        progress = self.context.tasks.progress(self._item.show_progress)
        self._item.follow(progress)
        self.context.tasks.read(_run, self.context.care.backups, progress, done=self._on_backed_up, failed=self._on_not_backed_up)

    def _end_progress(self) -> None:
        self._now.setEnabled(True)
        if self._item is not None:
            self.context.frame.remove_progress(self._item)
            self._item = None

    @Slot(object)
    def _on_backed_up(self, row: "BackupRow") -> None:
        self._end_progress()
        text = self.tr("Backed up: {name}, {size}.").format(name=row.path.name, size=size_text(row.size))
        self.context.frame.show_message(text, Severity.OK)
        self._read()

    @Slot(object)
    def _on_not_backed_up(self, error: CrmError) -> None:
        self._end_progress()
        if not isinstance(error, Cancelled):
            self.context.frame.show_message(translate_error(error), Severity.BAD)

    @Slot()
    def _on_restore(self) -> None:
        row = self.chosen_backup
        if row is not None:
            self._question.ask(row.made_at)

    @Slot()
    def _on_restore_confirmed(self) -> None:
        row = self.chosen_backup
        if row is not None:
            self.context.restore_asked.emit(str(row.path))


class RestoreQuestion(QFrame):
    """Says what restoring does before it is done."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, surface="raised")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self.restore = QPushButton(self.tr("Restore &this backup"), self)
        mark(self.restore, kind="primary")
        self.cancel = QPushButton(self.tr("Leave everything as it is"), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(GAP)
        layout.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.restore)
        row.addWidget(self.cancel)
        row.addStretch(1)
        layout.addLayout(row)

    def ask(self, made_at: datetime) -> None:
        """Show the question about a backup."""
        text = self.tr(
            "Your customers will be as they were on {time}. What was entered since is not lost: the present file is kept beside it. "
            "The window closes its pages for a moment and opens them again."
        )
        self._text.setText(text.format(time=time_text(made_at)))
        self.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def _run(backups: "BackupService", progress: Progress) -> "BackupRow":
    def is_cancelled() -> bool:
        return progress.cancelled

    return backups.run(progress, is_cancelled)
