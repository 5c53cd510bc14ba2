"""Bands above the form: likely records of a new one, figures of a company, what was merged."""

from typing import TYPE_CHECKING

from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


def _type_company(bench: "Bench", qtbot: QtBot, name: str) -> None:
    bench.page.new_company()
    likely = bench.page.record.overview.bands.likely
    with qtbot.waitSignal(likely.answered, timeout=5_000):
        bench.type("legal_name", name)


def test_a_company_that_is_known_is_offered_while_its_name_is_typed(bench: "Bench", qtbot: QtBot) -> None:
    _type_company(bench, qtbot, "北京家樂福商業公司")
    bands = bench.page.record.overview.bands
    assert bands.likely.isVisible()
    assert bands.likely.shown[0].key == bench.sample.company
    bands.likely.lines[0].open_button.click()
    bench.page.record.leave_bar.discard_button.click()
    assert bench.page.record.key == bench.sample.company
    assert not bands.likely.isVisible()


def test_a_new_company_turns_into_a_new_site_of_the_known_one(bench: "Bench", qtbot: QtBot) -> None:
    _type_company(bench, qtbot, "北京家乐福商业有限公司")
    bench.page.record.overview.bands.likely.lines[0].new_site_button.click()
    record = bench.page.record
    assert record.is_new
    assert record.new_parent == bench.sample.company
    assert record.overview.form.values()["company"] == "北京家乐福商业有限公司"


def test_a_company_shows_its_figures_and_they_follow(bench: "Bench") -> None:
    bench.page.open_record(str(bench.sample.group))
    band = bench.page.record.overview.bands.roll_ups
    assert band.isVisible()
    bench.services.accounts.create_site({"name": "三店", "company_id": bench.sample.company.id})
    bench.page.open_record(str(bench.sample.first))
    assert not band.isVisible()


def test_two_merged_companies_say_so(bench: "Bench") -> None:
    other = bench.services.accounts.create_company({"legal_name": "ABB中国"}).record.key
    merged = bench.services.merging.merge([bench.sample.other, other], bench.sample.other, {})
    bench.context.published(merged.changes)
    bench.page.open_record(str(bench.sample.other))
    band = bench.page.record.overview.bands.merged
    assert band.isVisible()
    assert "ABB中国" in band.sentence.whole_text
    assert bench.page.record.key is not None
    assert bench.page.record.key.kind is RecordKind.COMPANY
