"""Changing the language while the program runs.

Every widget with texts of its own overrides `changeEvent` and, on `QEvent.Type.LanguageChange`, calls its `_retranslate()`, which the
constructor called first. Qt sends that event to all widgets when a translator is installed or removed.
"""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from crmdesk.core.errors import ERRORS, CrmError
from crmdesk.core.resources import resource_path

SOURCE_LANGUAGE: Final = "en"
_TRADITIONAL: Final = frozenset({"Hant", "TW", "HK", "MO"})


def system_language() -> str:
    """Return the language of the program nearest to the system's: `zh_CN`, `zh_TW` or `en`."""
    for name in QLocale.system().uiLanguages():
        parts = name.replace("_", "-").split("-")
        if parts[0] == "zh":
            return "zh_TW" if _TRADITIONAL & set(parts[1:]) else "zh_CN"
        if parts[0] == "en":
            return "en"
    return SOURCE_LANGUAGE


def translate_error(error: CrmError) -> str:
    """Return an error's sentence in the present language."""
    return QCoreApplication.translate(ERRORS, error.template).format(**error.params)


class Languages(QObject):
    """Owned by the application object; has installed the catalogue of one language.

    Signals:
        language_changed: str, the language now in force.
    """

    language_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = SOURCE_LANGUAGE
        self._translators: list[QTranslator] = []

    @property
    def language(self) -> str:
        """The language in force."""
        return self._language

    def use(self, language: str) -> bool:
        """Switch to `zh_CN`, `zh_TW` or `en`; `system` means the system's.

        Returns:
            False when the catalogue is missing; texts are English then.
        """
        wanted = system_language() if language == "system" else language
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators.clear()
        self._language = wanted
        QLocale.setDefault(QLocale(wanted))
        is_complete = wanted == SOURCE_LANGUAGE
        qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._install(qt_folder / f"qtbase_{wanted}.qm")  # Qt's own buttons and menus first, ours win
        if self._install(resource_path("translations", f"crmdesk_{wanted}.qm")):  # in English: singular and plural
            is_complete = True
        self.language_changed.emit(wanted)
        return is_complete

    def _install(self, path: Path) -> bool:
        translator = QTranslator(self)
        if not translator.load(str(path)):
            translator.deleteLater()
            return False
        QCoreApplication.installTranslator(translator)
        self._translators.append(translator)
        return True
