"""The record's menu opens what is larger than a form."""

from typing import TYPE_CHECKING

from crmdesk.views.group_picture.window import GroupPictureWindow
from crmdesk.views.splitting.wizard import SplitWizard

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def test_a_company_is_shown_as_a_picture(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.group))
    bench.page.record.header.menu._picture.trigger()
    (picture,) = bench.window.findChildren(GroupPictureWindow)
    assert picture.key == bench.sample.group
    picture.close()


def test_an_account_is_split_from_its_own_menu(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.header.menu._split.trigger()
    (wizard,) = bench.window.findChildren(SplitWizard)
    assert wizard.isVisible()
    wizard.close()


def test_a_site_has_no_picture_of_its_own(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    assert not bench.page.record.header.menu._picture.isVisible()
