"""Columns, chips and icons of the tree."""

import pytest

from crmdesk.core.vocabulary import CompanyKind, RecordKind, SiteStatus
from crmdesk.ui.chips import Shape
from crmdesk.ui.table.columns import ColumnLayout, ColumnPlace
from crmdesk.views.accounts.tree_columns import (
    DEFAULT_SHOWN,
    grade_look,
    layout_from,
    node_icon,
    shown_in,
    status_look,
    tree_columns,
    widths_in,
)


@pytest.mark.parametrize(
    ("kind", "company_kind", "customer_kind", "icon"),
    [
        (RecordKind.COMPANY, CompanyKind.GROUP, None, "network"),
        (RecordKind.COMPANY, CompanyKind.LEGAL_ENTITY, "end-customer", "building-2"),
        (RecordKind.COMPANY, CompanyKind.BRANCH, None, "landmark"),
        (RecordKind.COMPANY, None, None, "building-2"),
        (RecordKind.SITE, None, None, "map-pin"),
        (RecordKind.SITE, None, "channel-partner", "handshake"),
        (RecordKind.COMPANY, CompanyKind.GROUP, "channel-partner", "handshake"),
    ],
)
def test_each_kind_of_node_has_its_icon(kind: RecordKind, company_kind: str | None, customer_kind: str | None, icon: str) -> None:
    assert node_icon(kind, company_kind, customer_kind) == icon


def test_every_status_has_its_own_shape() -> None:
    looks = [status_look(status) for status in SiteStatus]
    assert len({look.shape for look in looks if look is not None}) == len(SiteStatus)
    assert status_look("unheard of") is None
    assert status_look(None) is None


def test_a_grade_is_a_square_with_its_letter() -> None:
    look = grade_look("A")
    assert look is not None
    assert (look.text, look.shape) == ("A", Shape.SQUARE)
    assert grade_look(None) is None


def test_the_users_columns_come_back_in_their_order_with_their_widths() -> None:
    layout = layout_from(("name", "grade", "city", "gone"), {"grade": 70, "city": -3, "name": "wide"})
    assert shown_in(layout) == ("name", "grade", "city")
    assert widths_in(layout)["grade"] == 70
    assert widths_in(layout)["city"] == next(column.width for column in tree_columns() if column.key == "city")


def test_without_a_choice_the_standard_columns_are_shown() -> None:
    assert shown_in(layout_from(DEFAULT_SHOWN, None)) == DEFAULT_SHOWN
    assert shown_in(ColumnLayout((ColumnPlace("name", 100), ColumnPlace("code", 50, shown=False)))) == ("name",)
