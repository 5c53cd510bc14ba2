"""The few preferences that can be chosen from anywhere, by their names."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.settings import Settings
from crmdesk.core.text import QT_TRANSLATE_NOOP

LANGUAGE_NAMES: Final = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""Each in itself, so that nobody is lost in a language he cannot read."""
_SYSTEM: Final = QT_TRANSLATE_NOOP("preferences", "As the computer")
_THEMES: Final = {
    "system": _SYSTEM,
    "light": QT_TRANSLATE_NOOP("preferences", "Light"),
    "dark": QT_TRANSLATE_NOOP("preferences", "Dark"),
}


def language_title(language: str) -> str:
    """Return the name of a language, or of following the system's."""
    return LANGUAGE_NAMES.get(language) or QCoreApplication.translate("preferences", _SYSTEM)


def theme_title(theme: str) -> str:
    """Return the name of a theme."""
    return QCoreApplication.translate("preferences", _THEMES[theme])


def chosen(settings: Settings, name: str, value: object) -> Settings:
    """Return settings with one preference changed.

    Raises:
        TypeError: there is no preference of that name.
    """
    return replace(settings, **{name: value}).checked()  # type: ignore[arg-type]
