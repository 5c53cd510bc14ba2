"""Language, theme, size."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from crmdesk.core.settings import LANGUAGES, SCALES, THEMES
from crmdesk.ui.theme.metrics import GAP
from crmdesk.views.context import ViewContext
from crmdesk.views.preference_choices import chosen, language_title, theme_title
from crmdesk.views.settings.section import Section

_WIDTH = 220


class GeneralSection(Section):
    """Every choice takes effect at once, but for the size, which Qt reads at the start."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("General"))
        self._restart = QPushButton(self.tr("&Restart now"), self)
        self._build()
        context.preferences.changed.connect(self._show_restart)

    def _build(self) -> None:
        settings = self.context.preferences.current
        languages = _combo(("system", *LANGUAGES), settings.language, language_title, "language", self)
        themes = _combo(THEMES, settings.theme, theme_title, "theme", self)
        scales = _combo([str(scale) for scale in SCALES], str(settings.scale), self._scale_title, "scale", self)
        for combo in (languages, themes, scales):
            combo.activated.connect(self._on_activated)
        self.add_row(self.tr("&Language"), languages)
        self.add_row(self.tr("&Theme"), themes)
        size = QWidget(self)
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(scales)
        row.addWidget(self._restart)
        size.setFocusProxy(scales)
        self._restart.clicked.connect(self.context.restart_asked)
        self._hint = self.add_row(self.tr("&Size of everything"), size, self.tr("Takes effect at the next start."))
        self._show_restart()

    def _scale_title(self, scale: str) -> str:
        return self.tr("{percent} %").format(percent=scale)

    @Slot()
    def _show_restart(self) -> None:
        self._restart.setVisible(self.context.preferences.current.scale != self.context.scale_in_force)

    @Slot()
    def _on_activated(self) -> None:
        combo = self.sender()
        if isinstance(combo, QComboBox):
            value = combo.currentData()
            name = combo.objectName()
            preferences = self.context.preferences
            preferences.change(chosen(preferences.current, name, int(value) if name == "scale" else value))


def _combo(values: Sequence[str], present: str, title: Callable[[str], str], name: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setObjectName(name)
    combo.setFixedWidth(_WIDTH)
    for value in values:
        combo.addItem(title(value), value)
    combo.setCurrentIndex(max(0, combo.findData(present)))
    return combo
