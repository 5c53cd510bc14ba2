"""The step in which a file is chosen and how it is read is looked at."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.exchange.mapping_proposal import Reason
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.imports import choices
from crmdesk.views.imports.opening import OpenedFile, Reading, open_file, records_around
from crmdesk.views.imports.preview_table import PreviewTable

if TYPE_CHECKING:
    from pathlib import Path

    from crmdesk.exchange.mapping_store import MappingStore
    from crmdesk.exchange.table_source import Record
    from crmdesk.ui.tasks.runner import Tasks

_LIKELY: Final = 0.8
_SHOWN_RECORDS: Final = 60


class FilePage(QWidget):
    """Shows a file as a table. What is wrong with it stands above the table, with the cure.

    Signals:
        opened: `OpenedFile`, each time it was read anew; None while it cannot be used.
    """

    opened = Signal(object)  # OpenedFile | None

    def __init__(self, tasks: "Tasks", mappings: "MappingStore", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._mappings = tasks, mappings
        self._reading = Reading("")
        self._file: OpenedFile | None = None
        self._wanted_row = 0
        self.setAcceptDrops(True)
        self._choose = QAction(self.tr("Choose a file…"), self)
        self._choose.triggered.connect(self.choose_file)
        self._empty = EmptyState(self)
        self._empty.show_state(
            "file-spreadsheet",
            self.tr(
                "Drop a file of customers or leads here: .csv, .xlsx, .xls, .ods, .et or text. Nothing is changed before you say so."
            ),
            (self._choose,),
        )
        self._name = QLabel(self)
        mark(self._name, textRole="recordTitle")
        self._about = QLabel(self)
        mark(self._about, textRole="secondary")
        self._other = QPushButton(self.tr("Choose another file…"), self)
        self._other.setAutoDefault(False)
        self._other.clicked.connect(self.choose_file)
        self._encoding = self._combo(self.tr("Encoding"))
        self._separator = self._combo(self.tr("Separator"))
        self._sheet = self._combo(self.tr("Sheet"))
        self._messages = MessageBar(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        mark(self._hint, textRole="secondary")
        self._table = PreviewTable(self)
        self._table.header_row_chosen.connect(self._on_header_row_chosen)
        self._build()

    def _build(self) -> None:
        title = QHBoxLayout()
        title.addWidget(self._name)
        title.addWidget(self._about, 1)
        title.addWidget(self._other)
        self._labels: dict[QComboBox, QLabel] = {}
        options = QHBoxLayout()
        options.setSpacing(GAP)
        for combo in (self._sheet, self._encoding, self._separator):
            label = QLabel(combo.accessibleName(), self)
            label.setBuddy(combo)
            self._labels[combo] = label
            options.addWidget(label)
            options.addWidget(combo)
            options.addSpacing(GAP)
        options.addStretch(1)
        shown = QWidget(self)
        layout = QVBoxLayout(shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(title)
        layout.addLayout(options)
        layout.addWidget(self._hint)
        layout.addWidget(self._table, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(shown)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(MARGIN)
        outer.addWidget(self._messages)
        outer.addLayout(self._stack, 1)

    @property
    def file(self) -> OpenedFile | None:
        """The file as it is read now, None when there is none that can be used."""
        return self._file

    def focus_first(self) -> None:
        """Put the keyboard on the rows, or on choosing a file while there is none."""
        if self._file is not None:
            self._table.setFocus()
        elif buttons := self._empty.buttons():
            buttons[0].setFocus()

    def open_path(self, path: str) -> None:
        """Open a file and find out how it is read."""
        self._read(Reading(path))

    def show_row(self, number: int) -> None:
        """Show one row of the file, wherever it stands."""
        if self._file is None or self._table.show_record(number):
            return
        self._wanted_row = number
        self._tasks.read(
            records_around,
            self._file.source,
            number,
            done=self._on_records,
            failed=self._on_not_opened,
            owner=self,
            latest="rows",
        )

    @Slot()
    def choose_file(self) -> None:
        """Let the person choose; the system's own dialog."""
        dialog = QFileDialog(self, self.tr("Import customers or leads"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        tables = self.tr("Tables and text (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.et *.gz *.bz2)")
        dialog.setNameFilters([tables, self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open_path)
        dialog.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event.mimeData()):
            event.acceptProposedAction()
            self.open_path(path)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.activated.connect(self._on_option_chosen)
        return combo

    def _read(self, reading: Reading) -> None:
        self._reading = reading
        self._tasks.read(
            open_file, reading, self._mappings, done=self._on_opened, failed=self._on_not_opened, owner=self, latest="open"
        )

    @Slot(object)
    def _on_opened(self, file: OpenedFile) -> None:
        self._file = file
        source = file.source
        self._messages.dismiss()
        self._stack.setCurrentIndex(1)
        self._name.setText(source.path.name)
        self._about.setText(self._kind_words(source.path))
        self._about.setToolTip(str(source.path))
        _fill(self._encoding, choices.encodings(source.encoding), source.encoding)
        _fill(self._separator, choices.separators(source.separator), source.separator)
        _fill(self._sheet, [(sheet.name, sheet.name) for sheet in source.sheets], source.sheet)
        for combo, is_shown in (
            (self._encoding, bool(source.encoding)),
            (self._separator, bool(source.separator)),
            (self._sheet, len(source.sheets) > 1),
        ):
            combo.setVisible(is_shown)
            self._labels[combo].setVisible(is_shown)
        self._hint.setText(self._hint_words(file))
        self._table.show_records(source.head[:_SHOWN_RECORDS], source.headers, source.header_row)
        if source.encoding and source.encoding_confidence < _LIKELY:
            text = self.tr(
                "The encoding is not certain. Look at the rows below, and choose another one if they do not read well."
            )
            self._messages.show_message(text, Severity.WARN)
        self.opened.emit(file)

    @Slot(object)
    def _on_not_opened(self, error: CrmError) -> None:
        # A choice that does not work leaves the table as it was; a file that cannot be read leaves nothing to import.
        if self._file is None or str(self._file.source.path) != self._reading.path:
            self._file = None
            self._stack.setCurrentIndex(0)
            self.opened.emit(None)
        else:
            self._on_opened(self._file)
        self._messages.show_message(translate_error(error), Severity.BAD)

    @Slot(object)
    def _on_records(self, records: "tuple[Record, ...]") -> None:
        if self._file is not None:
            self._table.show_records(records, self._file.source.headers, self._file.source.header_row)
            self._table.show_record(self._wanted_row)

    @Slot(int)
    def _on_option_chosen(self) -> None:
        if self._file is None:
            return
        sheet = self._sheet.currentData()
        is_other_sheet = sheet != (self._file.source.sheet or None)
        self._read(
            Reading(
                str(self._file.source.path),
                encoding=self._encoding.currentData(),
                separator=self._separator.currentData(),
                sheet=sheet,
                header_row=None if is_other_sheet else self._reading.header_row,
            )
        )

    @Slot(int)
    def _on_header_row_chosen(self, number: int) -> None:
        if self._file is None:
            return
        source = self._file.source
        self._read(
            Reading(str(source.path), source.encoding or None, source.separator or None, source.sheet or None, header_row=number)
        )

    def _kind_words(self, path: "Path") -> str:
        size = self.locale().formattedDataSize(path.stat().st_size)
        return self.tr("{size} · {folder}").format(size=size, folder=path.parent)

    def _hint_words(self, file: OpenedFile) -> str:
        row = file.source.header_row
        if not row:
            text = self.tr("No row holds the names of the columns. If one does, click its number.")
        else:
            text = self.tr("Row {row} holds the names of the columns. To change that, click the number of another row.")
            text = text.format(row=row)
        if any(column.reason is Reason.REMEMBERED for column in file.proposal.columns) and file.proposal.mapping.name:
            if file.proposal.mapping.requires:
                known = self.tr("Files with these columns are known; they are understood as in “{name}”.")
            else:
                known = self.tr("You imported such a file before; its columns are understood as in “{name}”.")
            return f"{text}\n{known.format(name=file.proposal.mapping.name)}"
        return text


def _fill(combo: QComboBox, options: list[tuple[str, str]], present: str) -> None:
    combo.clear()
    for value, label in options:
        combo.addItem(label, value)
    combo.setCurrentIndex(combo.findData(present))


def _dropped(data: QMimeData) -> str:
    """Return the one local file that is dragged, empty when it is anything else."""
    urls = data.urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
