"""The settings page: sections at the left, one at a time at the right."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GRID, ICON, MARGIN, ROW_HEIGHT
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.section import Section

_LIST_WIDTH: Final = 176
GENERAL, CLASSIFICATIONS, PEOPLE, BACKUP, DATA = "general", "classifications", "people", "backup", "data"
CENTRE: Final = "centre"
STAGES: Final = "stages"
POOLS: Final = "pools"
CRITERIA: Final = "criteria"
SECTIONS: Final = (GENERAL, CLASSIFICATIONS, POOLS, CRITERIA, STAGES, PEOPLE, BACKUP, DATA, CENTRE)
_ICONS: Final = {
    GENERAL: "settings",
    CLASSIFICATIONS: "list-tree",
    POOLS: "inbox",
    CRITERIA: "clipboard-list",
    STAGES: "handshake",
    PEOPLE: "users",
    BACKUP: "database-backup",
    DATA: "database",
    CENTRE: "refresh-cw",
}
_NEEDS_STORE: Final = frozenset(SECTIONS) - {GENERAL}


class SettingsPage(QWidget):
    """Sections are built when first shown, and again when the language changes or the store is opened."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="surface")
        self._context = context
        self._built: dict[str, QScrollArea] = {}
        self.list = QListWidget(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        mark(self.list, edge="right")
        self.list.setSpacing(1)
        self.list.setIconSize(QSize(ICON, ICON))
        for key in SECTIONS:
            item = QListWidgetItem(icon(_ICONS[key]), "", self.list)
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setSizeHint(QSize(0, ROW_HEIGHT + GRID))
        self._stack = QStackedWidget(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, GRID, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.list)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
        self._again = QTimer(self, singleShot=True, interval=0)  # a change of language sends several events
        self._again.timeout.connect(self._build_again)
        self.list.currentRowChanged.connect(self._on_row_changed)
        context.ready.connect(self._build_again)
        self._retranslate()
        self.list.setCurrentRow(0)

    @property
    def current(self) -> str:
        """Key of the section shown."""
        return SECTIONS[max(0, self.list.currentRow())]

    def show_section(self, key: str) -> None:
        """Show a section."""
        self.list.setCurrentRow(SECTIONS.index(key))

    def section(self) -> Section | None:
        """Return the section shown, None while the store it is about is not open."""
        area = self._built.get(self.current)
        widget = area.widget() if area is not None else None
        return widget if isinstance(widget, Section) else None

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._again.start()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Settings"))
        titles = (
            self.tr("General"),
            self.tr("Classifications"),
            self.tr("Pools"),
            self.tr("Qualification"),
            self.tr("Stages"),
            self.tr("People"),
            self.tr("Backup"),
            self.tr("Data"),
            self.tr("Centre"),
        )
        for row, title in enumerate(titles):
            self.list.item(row).setText(title)

    @Slot()
    def _on_row_changed(self) -> None:
        key = self.current
        if key not in self._built:
            if key in _NEEDS_STORE and not self._context.is_ready:
                return
            area = QScrollArea(self)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setContentsMargins(MARGIN, 0, 0, 0)
            section = _factory(key)(self._context)
            section.finish()
            section.section_asked.connect(self._on_section_asked)
            area.setWidget(section)
            for ground in (area.viewport(), section):  # the page's own colour shows through
                ground.setAutoFillBackground(False)
            self._built[key] = area
            self._stack.addWidget(area)
        self._stack.setCurrentWidget(self._built[key])

    @Slot(str, str)
    def _on_section_asked(self, key: str, part: str) -> None:
        self.show_section(key)
        section = self.section()
        if section is not None:
            section.show_part(part)

    @Slot()
    def _build_again(self) -> None:
        focused = QApplication.focusWidget()
        name = focused.objectName() if isinstance(focused, QComboBox) and self.isAncestorOf(focused) else ""
        for area in self._built.values():
            self._stack.removeWidget(area)
            area.hide()
            area.deleteLater()
        self._built.clear()
        self._on_row_changed()
        section = self.section()
        field = section.findChild(QComboBox, name) if name and section is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


def _factory(key: str) -> Callable[[ViewContext], Section]:  # noqa: PLR0911 - one for each section
    match key:
        case "general":
            from crmdesk.views.settings.general_section import GeneralSection

            return GeneralSection
        case "classifications":
            from crmdesk.views.settings.classifications_section import ClassificationsSection

            return ClassificationsSection
        case "pools":
            from crmdesk.views.settings.pools_section import PoolsSection

            return PoolsSection
        case "criteria":
            from crmdesk.views.settings.criteria_section import CriteriaSection

            return CriteriaSection
        case "stages":
            from crmdesk.views.settings.stages_section import StagesSection

            return StagesSection
        case "people":
            from crmdesk.views.settings.people_section import PeopleSection

            return PeopleSection
        case "backup":
            from crmdesk.views.settings.backup_section import BackupSection

            return BackupSection
        case "centre":
            from crmdesk.views.settings.centre_section import CentreSection

            return CentreSection
        case _:
            from crmdesk.views.settings.data_section import DataSection

            return DataSection
