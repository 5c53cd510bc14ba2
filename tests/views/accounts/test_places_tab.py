"""Floors and further addresses edited in place."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from crmdesk.views.accounts.record_tabs import PLACES

if TYPE_CHECKING:
    from crmdesk.ui.inline_list.inline_list import InlineList
    from tests.views.accounts.conftest import Bench


def _open(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.first))
    bench.page.record.tabs.show_tab(PLACES)


def _type(rows: "InlineList", column: str, text: str) -> None:
    rows.add_row()
    cell = rows._editors[-1]._inputs[column]
    assert isinstance(cell, QLineEdit)
    cell.setText(text)


def test_a_department_is_saved_when_it_is_left(bench: "Bench") -> None:
    _open(bench)
    places = bench.page.record.tabs.places
    _type(places.units.rows, "name", "采购部")
    places.commit()
    assert [unit.values["name"] for unit in bench.services.units.of_site(bench.sample.first.id)] == ["采购部"]
    assert bench.page.record.tabs.bar.tabText(PLACES) == "Floors and addresses 1"
    assert bench.services.accounts.open(bench.sample.company).site_count == 2


def test_a_billing_address_is_no_site(bench: "Bench") -> None:
    _open(bench)
    places = bench.page.record.tabs.places
    _type(places.addresses.rows, "address_text", "北京市第9001号信箱")
    use = places.addresses.rows._editors[-1]._inputs["use"]
    assert isinstance(use, QComboBox)
    use.setCurrentIndex(use.findData("billing"))
    places.commit()
    (row,) = bench.services.further_addresses.of_site(bench.sample.first.id)
    assert (row.values["use"], row.values["address_text"]) == ("billing", "北京市第9001号信箱")
    assert bench.services.accounts.open(bench.sample.company).site_count == 2


def test_an_address_of_no_stated_use_is_kept(bench: "Bench") -> None:
    _open(bench)
    places = bench.page.record.tabs.places
    _type(places.addresses.rows, "address_text", "世纪大道100号")
    places.commit()
    (row,) = bench.services.further_addresses.of_site(bench.sample.first.id)
    assert row.values["use"] == "other"


def test_a_company_has_no_places(bench: "Bench") -> None:
    _open(bench)
    bench.page.open_record(str(bench.sample.company))
    assert not bench.page.record.tabs.bar.isTabVisible(PLACES)
