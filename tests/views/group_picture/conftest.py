"""A group in a store, and the window that shows it."""

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.services.accounts import AccountService
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.group_picture.window import GroupPictureWindow, open_group_picture


@dataclass(frozen=True)
class Group:
    """家乐福 › 北京家乐福 › 马连道店, 方圆店; 家乐福 › 沈阳家乐福 without sites."""

    top: RecordKey
    company: RecordKey
    empty: RecordKey
    site: RecordKey


@pytest.fixture
def group(view_context: ViewContext) -> Group:
    accounts = view_context.services.accounts
    assert isinstance(accounts, AccountService)
    top = accounts.create_company({"legal_name": "家乐福", "kind": "group"}).record.key
    company = accounts.create_company({"legal_name": "北京家乐福", "parent_id": top.id, "grade": "A"}).record.key
    empty = accounts.create_company({"legal_name": "沈阳家乐福", "parent_id": top.id}).record.key
    site = accounts.create_site({"name": "马连道店", "company_id": company.id, "grade": "B"}).record.key
    accounts.create_site({"name": "方圆店", "company_id": company.id})
    return Group(top, company, empty, site)


@pytest.fixture
def window(view_context: ViewContext, shell: ShellWindow, group: Group, qtbot: QtBot) -> GroupPictureWindow:
    return open_group_picture(view_context, group.top, shell)
