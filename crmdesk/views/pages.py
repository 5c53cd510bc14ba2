"""The pages of the program: a line each, built when first shown."""

from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext

ACCOUNTS: Final = "accounts"
DUPLICATES: Final = "duplicates"
SETTINGS: Final = "settings"
PAGES: Final = (ACCOUNTS, DUPLICATES, SETTINGS)
"""Keys of all pages, in the order of the navigation."""


def add_pages(window: ShellWindow, context: ViewContext) -> None:
    """Add every page to the window."""
    window.add_page(ACCOUNTS, _accounts_title, "building", partial(_accounts_page, context))
    window.add_page(DUPLICATES, _duplicates_title, "git-merge", partial(_duplicates_page, context))
    window.add_page(SETTINGS, _settings_title, "settings", partial(_settings_page, context), at_bottom=True)


def load_page(key: str) -> None:
    """Load the modules of a page, so that it is there at once when it is to be shown."""
    import_module(
        {
            ACCOUNTS: "crmdesk.views.accounts.page",
            DUPLICATES: "crmdesk.views.duplicates.page",
            SETTINGS: "crmdesk.views.settings.page",
        }[key]
    )


def _accounts_title() -> str:
    return QCoreApplication.translate("pages", "Accounts")


def _accounts_page(context: ViewContext) -> QWidget:
    from crmdesk.views.accounts.page import AccountsPage

    return AccountsPage(context)


def _duplicates_title() -> str:
    return QCoreApplication.translate("pages", "Duplicates")


def _duplicates_page(context: ViewContext) -> QWidget:
    from crmdesk.views.duplicates.page import DuplicatesPage

    return DuplicatesPage(context)


def _settings_title() -> str:
    return QCoreApplication.translate("pages", "Settings")


def _settings_page(context: ViewContext) -> QWidget:
    from crmdesk.views.settings.page import SettingsPage

    return SettingsPage(context)
