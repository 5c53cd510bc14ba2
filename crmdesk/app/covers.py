"""What stands in the window while no store is open, put together from what went wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from crmdesk.core.errors import CrmError
from crmdesk.core.settings import Settings
from crmdesk.storage.backup import backup_folder, list_backups
from crmdesk.storage.keys import keyring_available
from crmdesk.ui.languages import translate_error
from crmdesk.ui.shell.window import ShellWindow

if TYPE_CHECKING:
    from crmdesk.views.welcome.cover_page import CoverPage


class StoreCovers(QObject):
    """Shows one cover at a time and passes on what the user chose on it; the window owns the cover.

    Signals:
        create_asked: str protection, str passphrase, str user's name.
        demo_asked, retry_asked: as said.
        open_asked: str, path of another store or backup.
        passphrase_given: str.
        recover_asked: str, path of a backup.
    """

    create_asked = Signal(str, str, str)
    demo_asked = Signal()
    retry_asked = Signal()
    open_asked = Signal(str)
    passphrase_given = Signal(str)
    recover_asked = Signal(str)

    def __init__(self, window: ShellWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window

    def show_welcome(self) -> None:
        """Ask a new user what to begin with."""
        from crmdesk.views.welcome.welcome_page import WelcomePage

        page = WelcomePage(has_keyring=keyring_available())
        page.create_asked.connect(self.create_asked)
        page.demo_asked.connect(self.demo_asked)
        self._show(page)

    def show_unlock(self, path: Path, *, is_wrong: bool) -> None:
        """Ask for the passphrase."""
        from crmdesk.views.welcome.unlock_page import UnlockPage

        page = UnlockPage(str(path), is_wrong=is_wrong)
        page.passphrase_given.connect(self.passphrase_given)
        self._show(page)

    def show_recovery(self, path: Path, detail: str, settings: Settings, problem: CrmError | None = None) -> None:
        """Offer the backups of a damaged store; `problem` is why the one chosen before could not be used."""
        from crmdesk.views.welcome.recovery_page import BackupChoice, RecoveryPage

        backups = list_backups(backup_folder(path, settings.backup_folder), path)
        choices = [BackupChoice(str(backup.path), backup.made_at, backup.size) for backup in backups]
        page = RecoveryPage(str(path), detail, choices, problem=translate_error(problem) if problem is not None else "")
        page.recover_asked.connect(self.recover_asked)
        self._show(page)

    def show_trouble(self, error: CrmError) -> None:
        """Say why the store cannot be opened now."""
        from crmdesk.views.welcome.trouble_page import TroublePage

        page = TroublePage(error)
        page.retry_asked.connect(self.retry_asked)
        self._show(page)

    def show_busy(self, text: str) -> None:
        """Say what is going on."""
        from crmdesk.views.welcome.trouble_page import BusyPage

        self._show(BusyPage(text))

    def _show(self, page: "CoverPage") -> None:
        page.open_asked.connect(self.open_asked)
        self._window.show_cover(page)
