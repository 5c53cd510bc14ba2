"""The row above a group's picture: form, size, colour, nearness, export."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.charts.scene import Form
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.group_picture.colouring import Colouring
from crmdesk.views.group_picture.picture_choices import PictureChoices

_FORM_ICONS: Final = {Form.ORG_CHART: "network", Form.ICICLE: "list-tree", Form.TREEMAP: "layout-dashboard"}


class PictureControls(QWidget):
    """What can be chosen about the picture.

    Signals:
        form_chosen: `Form`. measure_chosen: str. colouring_chosen: `Colouring`.
        zoom_asked: float, factor. fit_asked: show everything. export_asked: bool, the whole picture and not only what is seen.
    """

    form_chosen = Signal(object)  # Form
    measure_chosen = Signal(str)
    colouring_chosen = Signal(object)  # Colouring
    zoom_asked = Signal(float)
    fit_asked = Signal()
    export_asked = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forms = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP // 2, MARGIN, GAP // 2)
        layout.setSpacing(GAP)
        for form in Form:
            layout.addWidget(self._form_button(form))
        layout.addSpacing(GAP)
        self._size_label, self._measure = QLabel(self), QComboBox(self)
        self._colour_label, self._colouring = QLabel(self), QComboBox(self)
        for label, box in ((self._size_label, self._measure), (self._colour_label, self._colouring)):
            mark(label, textRole="secondary")
            label.setBuddy(box)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            layout.addWidget(label)
            layout.addWidget(box)
        layout.addStretch(1)
        self._nearer, self._farther, self._fit = (self._tool(name) for name in ("plus", "minus", "maximize"))
        for button in (self._farther, self._nearer, self._fit):
            layout.addWidget(button)
        self._export = QPushButton(self)
        self._export.setIcon(icon("download"))
        menu = QMenu(self._export)
        self._seen, self._whole = QAction(menu), QAction(menu)
        menu.addActions([self._seen, self._whole])
        self._export.setMenu(menu)
        layout.addWidget(self._export)
        for colouring in Colouring:
            self._colouring.addItem("", colouring.value)
        self._retranslate()
        self._connect()

    def _connect(self) -> None:
        self._forms.idClicked.connect(self._on_form_clicked)
        self._measure.activated.connect(self._on_measure_activated)
        self._colouring.activated.connect(self._on_colouring_activated)
        self._nearer.clicked.connect(self._on_nearer_clicked)
        self._farther.clicked.connect(self._on_farther_clicked)
        self._fit.clicked.connect(self._on_fit_clicked)
        self._seen.triggered.connect(self._on_seen_triggered)
        self._whole.triggered.connect(self._on_whole_triggered)

    def _form_button(self, form: Form) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setIcon(icon(_FORM_ICONS[form]))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._forms.addButton(button, list(Form).index(form))
        return button

    def _tool(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        return button

    def show_choices(self, choices: PictureChoices, measures: Sequence[tuple[str, str]]) -> None:
        """Show what is chosen; `measures` are keys and words. Nothing is signalled."""
        self._forms.button(list(Form).index(choices.form)).setChecked(True)
        with QSignalBlocker(self._measure), QSignalBlocker(self._colouring):
            self._measure.clear()
            for key, text in measures:
                self._measure.addItem(text, key)
            self._measure.setCurrentIndex(max(0, self._measure.findData(choices.measure)))
            self._colouring.setCurrentIndex(self._colouring.findData(choices.colouring.value))

    def set_exporting(self, *, can_export: bool) -> None:
        """Allow to export, once there is a picture."""
        self._export.setEnabled(can_export)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        forms = {Form.ORG_CHART: self.tr("Org chart"), Form.ICICLE: self.tr("Icicle"), Form.TREEMAP: self.tr("Treemap")}
        for at, form in enumerate(Form):
            self._forms.button(at).setText(forms[form])
        colourings = {
            Colouring.STATUS: self.tr("Status"),
            Colouring.GRADE: self.tr("Grade"),
            Colouring.CUSTOMER_KIND: self.tr("Customer kind"),
        }
        for at, colouring in enumerate(Colouring):
            self._colouring.setItemText(at, colourings[colouring])
        self._size_label.setText(self.tr("Size by"))
        self._colour_label.setText(self.tr("Colour by"))
        self._measure.setAccessibleName(self._size_label.text())
        self._colouring.setAccessibleName(self._colour_label.text())
        self._export.setText(self.tr("Export"))
        self._export.setToolTip(self.tr("Save the picture as SVG, PNG or PDF"))
        self._seen.setText(self.tr("What is seen now…"))
        self._whole.setText(self.tr("The whole picture…"))
        for button, text in (
            (self._nearer, self.tr("Come nearer  +")),
            (self._farther, self.tr("Go back  −")),
            (self._fit, self.tr("Show everything  0")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    @Slot(int)
    def _on_form_clicked(self, at: int) -> None:
        self.form_chosen.emit(list(Form)[at])

    @Slot()
    def _on_measure_activated(self) -> None:
        self.measure_chosen.emit(self._measure.currentData())

    @Slot()
    def _on_colouring_activated(self) -> None:
        self.colouring_chosen.emit(Colouring(self._colouring.currentData()))

    @Slot()
    def _on_nearer_clicked(self) -> None:
        self.zoom_asked.emit(1.5)

    @Slot()
    def _on_farther_clicked(self) -> None:
        self.zoom_asked.emit(1 / 1.5)

    @Slot()
    def _on_fit_clicked(self) -> None:
        self.fit_asked.emit()

    @Slot()
    def _on_seen_triggered(self) -> None:
        self.export_asked.emit(False)  # noqa: FBT003 - a signal's argument

    @Slot()
    def _on_whole_triggered(self) -> None:
        self.export_asked.emit(True)  # noqa: FBT003 - a signal's argument
