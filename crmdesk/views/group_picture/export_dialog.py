"""Asks where a picture goes and as what, and writes it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.ui.charts.camera import Shot
from crmdesk.ui.charts.exporting import Sheet, export, kind_of
from crmdesk.ui.charts.scene import Scene

_USUAL_SCALE: Final = 2.0
_PRINT_SCALE: Final = 4.0
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


class ExportDialog(QFileDialog):
    """A file dialog for one picture; deletes itself.

    Signals:
        written: Path, where the picture is. refused: CrmError, why it is not.
    """

    written = Signal(object)  # Path
    refused = Signal(object)  # CrmError

    def __init__(self, scene: Scene, shot: Shot | None, title: str, name: str, parent: QWidget) -> None:
        """`shot` is the part that is seen, None for the whole picture; `name` is proposed for the file."""
        super().__init__(parent, self.tr("Save the picture"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self._scene, self._shot, self._title = scene, shot, title
        self._for_print = self.tr("PNG picture for print (*.png)")
        self.setNameFilters(
            [self.tr("SVG drawing (*.svg)"), self.tr("PDF document (*.pdf)"), self.tr("PNG picture (*.png)"), self._for_print]
        )
        self.setDefaultSuffix("svg")
        self.selectFile(name.translate(_FORBIDDEN))
        self.filterSelected.connect(self._on_filter_selected)
        self.fileSelected.connect(self.write)

    @Slot(str)
    def _on_filter_selected(self, chosen: str) -> None:
        self.setDefaultSuffix(chosen.rpartition("*.")[2].rstrip(")"))

    @Slot(str)
    def write(self, path: str) -> None:
        """Write the picture to a file; a name with another extension gets that of the chosen kind."""
        target = Path(path)
        if kind_of(target) is None:
            target = target.with_name(f"{target.name}.{self.defaultSuffix()}")
        scale = _PRINT_SCALE if self.selectedNameFilter() == self._for_print else _USUAL_SCALE
        try:
            export(Sheet(self._scene, self._shot, self._title, self.font()), target, scale=scale)
        except CrmError as error:
            self.refused.emit(error)
        else:
            self.written.emit(target)
