"""The window that shows a whole group as a picture.

A window of its own beside the records, not a page: a manager looks at the group while its records stand in the main window, where a click
in the picture shows them. It is not modal, and ends with the main window.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.charts.chart import HierarchyChart
from crmdesk.ui.charts.legend import Legend
from crmdesk.ui.charts.scene import Form, Top
from crmdesk.ui.empty_state import EmptyState
from crmdesk.ui.messages import MessageBar, Severity
from crmdesk.ui.path_bar import PathBar, PathSegment
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.group_picture.colouring import Colouring
from crmdesk.views.group_picture.controls import PictureControls
from crmdesk.views.group_picture.export_dialog import ExportDialog
from crmdesk.views.group_picture.group_wording import GroupWording
from crmdesk.views.group_picture.loading import LoadedGroup, Wanted, load
from crmdesk.views.group_picture.node_menu import NodeMenu
from crmdesk.views.group_picture.picture_choices import PictureChoices
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:
    from crmdesk.services.group_picture import PictureMeasure

_SIZE: Final = (1180, 720)
_RELOAD_MS: Final = 400
"""After a change: several in a row are read once."""


class GroupPictureWindow(QWidget):
    """Shows one company with everything below it; deletes itself when it is closed."""

    def __init__(self, context: ViewContext, key: RecordKey, parent: QWidget) -> None:
        """`parent` is the main window."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._key = key
        self._group: LoadedGroup | None = None
        self._choices = PictureChoices.remembered(context.window_state)
        self._path = PathBar(self)
        self._controls = PictureControls(self)
        self._messages = MessageBar(self)
        self.chart = HierarchyChart(self)
        self._state = EmptyState(self)
        self._stack = QStackedWidget(self)
        self._legend = Legend(self)
        self._busy = QProgressBar(self)
        self._count = QLabel(self)
        self._use_org_chart, self._show_folder, self._close_window = QAction(self), QAction(self), QAction(self)
        self._reload = QTimer(self, singleShot=True, interval=_RELOAD_MS)
        self._build()
        self._connect(parent)
        self._retranslate()
        self.chart.show_form(self._choices.form)
        self._show_choices()
        self.resize(*_SIZE)
        self._load()

    @property
    def key(self) -> RecordKey:
        """The company (or a site of it) the window was opened for."""
        return self._key

    def _build(self) -> None:
        mark(self, surface="surface")
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setFixedWidth(120)
        mark(self._count, textRole="secondary")
        self._stack.addWidget(self._state)
        self._stack.addWidget(self.chart)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, GAP, MARGIN, 0)
        top.addWidget(self._path, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP // 2, MARGIN, GAP // 2)
        foot.setSpacing(2 * GAP)
        foot.addWidget(self._legend, 1)
        foot.addWidget(self._busy)
        foot.addWidget(self._count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._controls)
        layout.addWidget(self._messages)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.chart)
        self._close_window.setShortcut(QKeySequence.StandardKey.Close)
        self.addAction(self._close_window)

    def _connect(self, main: QWidget) -> None:
        controls = self._controls
        controls.form_chosen.connect(self._on_form_chosen)
        controls.measure_chosen.connect(self._on_measure_chosen)
        controls.colouring_chosen.connect(self._on_colouring_chosen)
        controls.zoom_asked.connect(self._on_zoom_asked)
        controls.fit_asked.connect(self.chart.fit)
        controls.export_asked.connect(self._on_export_asked)
        self.chart.top_changed.connect(self._on_top_changed)
        self.chart.node_opened.connect(self._on_node_opened)
        self.chart.menu_asked.connect(self._on_menu_asked)
        self._path.segment_activated.connect(self._on_segment_activated)
        self._use_org_chart.triggered.connect(self._on_org_chart_asked)
        self._show_folder.triggered.connect(self._on_folder_asked)
        self._close_window.triggered.connect(self.close)
        self._reload.timeout.connect(self._load)
        self._context.bus.changed.connect(self._on_changed)
        self._context.language_changed.connect(self._on_language_changed)
        self._context.ready.connect(self.close)  # another store: its companies are others
        main.installEventFilter(self)

    # Reading

    @Slot()
    def _load(self) -> None:
        if not self._context.is_ready:
            return
        self._busy.show()
        if self._group is None:
            self._state.show_state("network", self.tr("Reading the group…"))
            self._stack.setCurrentWidget(self._state)
        self._controls.set_exporting(can_export=self._group is not None)
        wanted = Wanted(self._key, self._choices.measure, self._choices.colouring, self._context.language)
        self._context.tasks.read(
            load, self._context.services, wanted, done=self._on_loaded, failed=self._on_refused, latest="group picture"
        )

    @Slot(object)
    def _on_loaded(self, group: LoadedGroup) -> None:
        before, self._group = self._group, group
        self._busy.hide()
        top, chosen = Top(), None
        if before is not None:  # read anew: stay where one was
            places = {record_id: place for place, record_id in enumerate(group.picture.ids)}
            top = Top(places.get(before.picture.ids[self.chart.top.node], 0))
            if (node := self.chart.chosen_node) is not None:
                chosen = places.get(before.picture.ids[node])
        self._legend.show_categories(group.colours.looks)
        self.chart.show_hierarchy(group.hierarchy, group.colours.looks, self._wording(), top=top, chosen=chosen)
        self.setWindowTitle(self.tr("{name} – the whole group").format(name=group.picture.names[0]))
        self.chart.setAccessibleName(self.windowTitle())
        self._controls.set_exporting(can_export=True)
        self._show_picture()

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._busy.hide()
        self._group = None
        self._state.show_state("circle-alert", refusal_text(error))
        self._stack.setCurrentWidget(self._state)
        self._controls.set_exporting(can_export=False)

    def _wording(self) -> GroupWording:
        if self._group is None:
            raise RuntimeError("nothing was read yet")
        return GroupWording(self._group, self._measure_word())

    def _measures(self) -> "tuple[PictureMeasure, ...]":
        return self._context.services.group_picture.measures() if self._context.is_ready else ()

    def _measure_word(self) -> str:
        key = self._choices.measure
        label = next((one.label for one in self._measures() if one.key == key), key)
        return QCoreApplication.translate("measures", label)

    def _show_picture(self) -> None:
        """Show the picture, or why there is nothing to be seen in this form."""
        group, scene = self._group, self.chart.scene
        if group is None or scene is None:
            return
        if scene.tree.totals[0] <= 0 and self.chart.form is not Form.ORG_CHART:
            text = self.tr(
                "There is nothing to size a picture by: {name} has no figure for “{measure}”. The org chart needs none."
            )
            shown = text.format(name=group.hierarchy.names[scene.tree.nodes[0]], measure=self._measure_word())
            self._state.show_state("network", shown, [self._use_org_chart])
            self._stack.setCurrentWidget(self._state)
        else:
            self._stack.setCurrentWidget(self.chart)
        shown_nodes = len(scene.tree) - len(scene.tree.rests)
        tops = [scene.tree.nodes[0]] if scene.top.rest is None else scene.top.rest.children
        below = sum(group.hierarchy.sizes[node] + 1 for node in tops) + (scene.top.rest is not None)
        if shown_nodes < below:
            text = self.tr("{shown} of {count} companies and sites; the rest comes when you go into a node")
        else:
            text = self.tr("{count} companies and sites")
        wording = self._wording()
        self._count.setText(text.format(shown=wording.figure(shown_nodes), count=wording.figure(below)))

    # What the user does

    def _show_choices(self) -> None:
        measures = [(one.key, QCoreApplication.translate("measures", one.label)) for one in self._measures()]
        if measures and self._choices.measure not in dict(measures):
            self._choices = replace(self._choices, measure=measures[0][0])
        self._controls.show_choices(self._choices, measures)

    def _choose(self, choices: PictureChoices) -> None:
        self._choices = choices
        choices.remember(self._context.window_state)

    @Slot(object)
    def _on_form_chosen(self, form: Form) -> None:
        self._choose(replace(self._choices, form=form))
        self.chart.show_form(form)
        self._show_choices()
        self._show_picture()
        self.chart.setFocus()

    @Slot()
    def _on_org_chart_asked(self) -> None:
        self._on_form_chosen(Form.ORG_CHART)

    @Slot(str)
    def _on_measure_chosen(self, measure: str) -> None:
        self._choose(replace(self._choices, measure=measure))
        self._load()

    @Slot(object)
    def _on_colouring_chosen(self, colouring: Colouring) -> None:
        self._choose(replace(self._choices, colouring=colouring))
        self._load()

    @Slot(float)
    def _on_zoom_asked(self, factor: float) -> None:
        self.chart.zoom(factor)

    @Slot(object)
    def _on_top_changed(self, top: Top) -> None:
        group = self._group
        if group is None:
            return
        segments = [PathSegment(part.name, part.key) for part in group.picture.above]
        segments += [PathSegment(group.hierarchy.names[node], node) for node in group.hierarchy.path(top.node)]
        if top.rest is not None:
            segments.append(PathSegment(self._wording().more(len(top.rest.children)), None))
        self._path.show_path(segments)
        self._show_picture()

    @Slot(object)
    def _on_segment_activated(self, payload: object) -> None:
        """Go up to a node of this group, or to the group of a company above it."""
        if isinstance(payload, int):
            self.chart.begin_with(Top(payload))
        elif isinstance(payload, RecordKey):
            self._key, self._group = payload, None
            self._load()

    @Slot(object)
    def _on_node_opened(self, node: int) -> None:
        if self._group is not None:
            self._context.record_asked.emit(str(self._group.picture.key(node)))

    @Slot(object, object)
    def _on_menu_asked(self, node: int, position: QPoint) -> None:
        group = self._group
        if group is None:
            return
        can_enter = bool(group.hierarchy.children[node]) and node != self.chart.top.node
        menu = NodeMenu(group.hierarchy.names[node], self, can_enter=can_enter)
        menu.open_asked.connect(self._on_open_chosen)
        menu.enter_asked.connect(self._on_enter_chosen)
        menu.popup(position)

    @Slot()
    def _on_open_chosen(self) -> None:
        if (node := self.chart.chosen_node) is not None:
            self._on_node_opened(node)

    @Slot()
    def _on_enter_chosen(self) -> None:
        if self.chart.chosen is not None:
            self.chart.enter(self.chart.chosen)

    @Slot(bool)
    def _on_export_asked(self, is_whole: bool) -> None:  # noqa: FBT001 - a signal's argument
        scene = self.chart.scene
        if scene is not None and self._group is not None:
            name = self._group.hierarchy.names[scene.tree.nodes[0]]
            title = self.tr("{name} – by {measure}").format(name=name, measure=self._measure_word())
            dialog = ExportDialog(scene, None if is_whole else self.chart.shot, title, name, self)
            dialog.written.connect(self._on_written)
            dialog.refused.connect(self._on_not_written)
            dialog.open()

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._show_folder.setData(str(path.parent))
        self._messages.show_message(self.tr("Saved as {name}.").format(name=path.name), Severity.OK, [self._show_folder])

    @Slot(object)
    def _on_not_written(self, error: CrmError) -> None:
        self._messages.show_message(refusal_text(error), Severity.BAD)

    @Slot()
    def _on_folder_asked(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._show_folder.data()))

    # The world around

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(RecordKind.COMPANY) or changes.concerns(RecordKind.SITE) or changes.concerns(RecordKind.TERM):
            self._reload.start()

    @Slot(str)
    def _on_language_changed(self, _language: str) -> None:
        self._show_choices()
        self._load()  # names of classifications come from the store

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()  # the main window is closed; minimised it would say so spontaneously
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._use_org_chart.setText(self.tr("Show the org chart"))
        self._show_folder.setText(self.tr("Open its folder"))
        self._busy.setAccessibleName(self.tr("Reading the group…"))
        self._legend.setAccessibleName(self.tr("What the colours mean"))
        if self._group is None:
            self.setWindowTitle(self.tr("The whole group"))


def open_group_picture(context: ViewContext, company_key: RecordKey | str, parent: QWidget) -> GroupPictureWindow:
    """Show the whole group of a company (or of a site's company) in its window beside `parent`'s; one that is open comes to the front."""
    key = RecordKey.parse(company_key) if isinstance(company_key, str) else company_key
    main = parent.window()
    for present in main.findChildren(GroupPictureWindow):
        if present.key == key and present.isVisible():
            present.raise_()
            present.activateWindow()
            return present
    window = GroupPictureWindow(context, key, main)
    window.show()
    return window
