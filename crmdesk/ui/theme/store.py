"""The theme in force: made from the user's choice and the system's scheme, put on the application."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication

from crmdesk.ui.theme.fonts import body_font
from crmdesk.ui.theme.palette import make_palette
from crmdesk.ui.theme.sheet import style_sheet
from crmdesk.ui.theme.tokens import BY_SCHEME, Scheme, Tokens


class ThemeChoice(StrEnum):
    """What the user can choose; the values are those of `core.settings.THEMES`."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ThemeStore(QObject):
    """Owned by the application object, lives on the GUI thread; puts style, font, palette and sheet on the application.

    Create it before the first widget: a style sheet set later has to be applied to every widget there is.

    Signals:
        theme_changed: `Tokens` of the scheme now in force; palette and icons have already changed.
    """

    theme_changed = Signal(object)  # Tokens

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, *, language: str = "en") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._scheme: Scheme | None = None
        application.setStyle("Fusion")
        self.set_language(language)
        hints = application.styleHints()
        self._ask_platform()
        hints.colorSchemeChanged.connect(self._on_system_scheme_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return BY_SCHEME[self._wanted_scheme()]

    def choose(self, choice: ThemeChoice) -> None:
        """Take up another choice at once."""
        self._choice = choice
        self._ask_platform()
        self._apply()

    def set_language(self, language: str) -> None:
        """Take the font whose Chinese characters are drawn as readers of `language` expect."""
        self._application.setFont(body_font(language))

    def _ask_platform(self) -> None:
        """Let the platform draw title bars and its own dialogs in the chosen scheme too."""
        hints = self._application.styleHints()
        match self._choice:
            case ThemeChoice.SYSTEM:
                hints.unsetColorScheme()
            case ThemeChoice.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case ThemeChoice.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)

    def _wanted_scheme(self) -> Scheme:
        if self._choice is ThemeChoice.SYSTEM:
            is_dark = self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return Scheme.DARK if is_dark else Scheme.LIGHT
        return Scheme(self._choice.value)

    def _apply(self) -> None:
        scheme = self._wanted_scheme()
        if scheme is self._scheme:
            return
        is_first = self._scheme is None
        self._scheme = scheme
        tokens = BY_SCHEME[scheme]
        self._application.setPalette(make_palette(tokens))
        self._application.setStyleSheet(style_sheet(tokens))
        if not is_first:
            self.theme_changed.emit(tokens)

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, _scheme: Qt.ColorScheme) -> None:
        self._apply()
