"""A new site at the address of another: told at once, and the three ways out of it."""

from typing import TYPE_CHECKING

from crmdesk.core.vocabulary import RecordKind
from crmdesk.views.accounts.record_tabs import PLACES

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _begin(bench: "Bench", street: str = "马连道11号") -> None:
    bench.page.open_record(str(bench.sample.company))
    bench.page.new_site()
    bench.type("city", "北京")
    bench.type("street", street)


def _count(bench: "Bench") -> int:
    return bench.services.accounts.open(bench.sample.company).site_count


def test_the_form_says_at_once_which_site_stands_there(bench: "Bench") -> None:
    _begin(bench)
    bar = bench.page.record.overview.premises.bar
    assert bar.isVisible()
    assert "马连道店 (JLF-BJMLD)" in bar._sentence.text()
    bench.type("street", "马连道12号")
    assert not bar.isVisible()


def test_it_cannot_be_saved_by_habit(bench: "Bench") -> None:
    _begin(bench)
    bench.page.record.save()
    assert _count(bench) == 2
    assert bench.page.record.is_new


def test_the_site_that_stands_there_is_opened(bench: "Bench") -> None:
    _begin(bench)
    bench.page.record.revert()
    _begin(bench)
    bench.page.record.overview.premises.bar.open_button.click()
    bench.page.record.leave_bar.discard_button.click()
    assert bench.page.record.key == bench.sample.first


def test_what_was_typed_becomes_a_floor_of_it_and_can_be_undone(bench: "Bench") -> None:
    _begin(bench)
    bench.type("name", "采购部")
    bench.page.record.overview.premises.bar.unit_button.click()
    (unit,) = bench.services.units.of_site(bench.sample.first.id)
    assert unit.values["name"] == "采购部"
    assert _count(bench) == 2
    assert bench.page.record.key == bench.sample.first
    assert bench.page.record.tabs.bar.currentIndex() == PLACES
    bench.services.undo.undo_last()
    assert bench.services.units.of_site(bench.sample.first.id) == ()


def test_a_unit_is_named_by_its_floor_when_nothing_else_was_typed(bench: "Bench") -> None:
    _begin(bench, "马连道11号3层")
    assert bench.page.record.overview.premises.bar._reason.text() == "same building: 马连道11号"
    bench.page.record.overview.premises.bar.unit_button.click()
    (unit,) = bench.services.units.of_site(bench.sample.first.id)
    assert (unit.values["name"], unit.values["floor"]) == ("3层", "3层")


def test_another_building_is_saved_with_the_decision(bench: "Bench") -> None:
    _begin(bench)
    bar = bench.page.record.overview.premises.bar
    bar.other_button.click()
    assert not bar.isVisible()
    bench.page.record.save()
    assert _count(bench) == 3
    key = bench.page.record.key
    assert key is not None
    values = bench.services.accounts.open(key).values
    assert not bench.services.accounts.sites_here(values, key)
    bench.page.open_record(str(bench.sample.first))
    assert not bar.isVisible()


def test_two_stored_sites_of_one_address_are_told_apart_by_one_click(bench: "Bench") -> None:
    made = bench.services.accounts.create_site(
        {"name": "二店", "company_id": bench.sample.company.id, "city": "北京", "street": "马连道11号"},
        other_buildings=[bench.sample.first.id],
    )
    assert made.changes.transaction is not None
    with bench.services.undo._store.unit_of_work() as uow:  # the decision is gone, as on a laptop that never got it
        uow.connection.exec_driver_sql("UPDATE pair_verdict SET deleted_at='2026-01-01T00:00:00.000Z'")
        uow.commit()
    bench.page.open_record(str(made.record.key))
    bar = bench.page.record.overview.premises.bar
    assert bar.isVisible()
    bar.other_button.click()
    assert not bar.isVisible()
    assert made.record.key.kind is RecordKind.SITE
    assert not bench.services.accounts.sites_here(bench.services.accounts.open(made.record.key).values, made.record.key)


def test_a_whole_address_pasted_into_the_street_fills_the_town(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.company))
    bench.page.new_site()
    bench.type("street", "浦东新区世纪大道100号金茂大厦11楼")
    shown = bench.page.record.overview.form.values()
    assert (shown["province"], shown["city"], shown["district"]) == ("上海市", "上海市", "浦东新区")
    assert shown["name"] == "北京家乐福商业有限公司-浦东新区"


def test_what_was_typed_is_not_overwritten_by_an_address(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.company))
    bench.page.new_site()
    bench.type("city", "苏州市")
    bench.type("street", "上海市浦东新区世纪大道100号")
    assert bench.page.record.overview.form.values()["city"] == "苏州市"
