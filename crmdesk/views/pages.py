"""The pages of the program: a line each, built when first shown."""

from functools import partial
from importlib import import_module
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext

ACCOUNTS: Final = "accounts"
LEADS: Final = "leads"
POOLS: Final = "pools"
OPPORTUNITIES: Final = "opportunities"
DUPLICATES: Final = "duplicates"
SETTINGS: Final = "settings"
CONFLICTS: Final = "conflicts"
EXCHANGE: Final = "exchange"
PAGES: Final = (ACCOUNTS, LEADS, POOLS, OPPORTUNITIES, DUPLICATES, SETTINGS, CONFLICTS, EXCHANGE)
"""Keys of all pages, in the order of their keys Ctrl+1 …; the last two come and go with a centre, and take nobody's key."""


def add_pages(window: ShellWindow, context: ViewContext) -> None:
    """Add every page to the window."""
    window.add_page(ACCOUNTS, _accounts_title, "building", partial(_accounts_page, context))
    window.add_page(LEADS, _leads_title, "user-plus", partial(_leads_page, context))
    window.add_page(POOLS, _pools_title, "inbox", partial(_pools_page, context))
    window.add_page(OPPORTUNITIES, _opportunities_title, "handshake", partial(_opportunities_page, context))
    window.add_page(DUPLICATES, _duplicates_title, "git-merge", partial(_duplicates_page, context))
    window.add_page(SETTINGS, _settings_title, "settings", partial(_settings_page, context), at_bottom=True)
    window.add_page(CONFLICTS, _conflicts_title, "scale", partial(_conflicts_page, context))
    window.add_page(EXCHANGE, _exchange_title, "refresh-cw", partial(_exchange_page, context))
    for key in (CONFLICTS, EXCHANGE):
        window.show_entry(key, is_shown=False)


def load_page(key: str) -> None:
    """Load the modules of a page, so that it is there at once when it is to be shown."""
    import_module(
        {
            ACCOUNTS: "crmdesk.views.accounts.page",
            LEADS: "crmdesk.views.leads.page",
            POOLS: "crmdesk.views.pools.page",
            OPPORTUNITIES: "crmdesk.views.opportunities.page",
            DUPLICATES: "crmdesk.views.duplicates.page",
            SETTINGS: "crmdesk.views.settings.page",
            CONFLICTS: "crmdesk.views.conflicts.page",
            EXCHANGE: "crmdesk.views.exchange.page",
        }[key]
    )


def _accounts_title() -> str:
    return QCoreApplication.translate("pages", "Accounts")


def _accounts_page(context: ViewContext) -> QWidget:
    from crmdesk.views.accounts.page import AccountsPage

    return AccountsPage(context)


def _leads_title() -> str:
    return QCoreApplication.translate("pages", "Leads")


def _leads_page(context: ViewContext) -> QWidget:
    from crmdesk.views.leads.page import LeadsPage

    return LeadsPage(context)


def _pools_title() -> str:
    return QCoreApplication.translate("pages", "Pools")


def _pools_page(context: ViewContext) -> QWidget:
    from crmdesk.views.pools.page import PoolsPage

    return PoolsPage(context)


def _opportunities_title() -> str:
    return QCoreApplication.translate("pages", "Opportunities")


def _opportunities_page(context: ViewContext) -> QWidget:
    from crmdesk.views.opportunities.page import OpportunitiesPage

    return OpportunitiesPage(context)


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


def _conflicts_title() -> str:
    return QCoreApplication.translate("pages", "Conflicts")


def _conflicts_page(context: ViewContext) -> QWidget:
    from crmdesk.views.conflicts.page import ConflictsPage

    return ConflictsPage(context)


def _exchange_title() -> str:
    return QCoreApplication.translate("pages", "Exchange")


def _exchange_page(context: ViewContext) -> QWidget:
    from crmdesk.views.exchange.page import ExchangePage

    return ExchangePage(context)
