"""The band on a record: a line for each conflict, answered there."""

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.core.exchange_words import Choice
from crmdesk.services.record_key import RecordKey
from crmdesk.views.conflicts.record_band import ConflictBand
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from tests.services.exchange_world import COLLEAGUE, ExchangeWorld


@pytest.fixture
def band(view_context: ViewContext, world: ExchangeWorld, qtbot: QtBot) -> ConflictBand:
    made = ConflictBand(view_context)
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_nor_asked_where_nothing_is_open(band: ConflictBand, sites: tuple[RecordKey, RecordKey]) -> None:
    band.show_record(sites[0])
    assert band.isHidden()


def test_a_conflict_is_told_in_one_line_and_settled_there(
    band: ConflictBand, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], desk: ExchangeDesk
) -> None:
    world.conflict(sites[0], "phone", "1", "2", "3")
    band.show_record(sites[0])
    desk.count()
    assert not band.isHidden()
    (line,) = band.lines
    assert line.sentence.text() == f"Phone: 2 ({COLLEAGUE}) or 3 (you)?"
    assert set(line.answers) == {Choice.KEEP, Choice.MINE}
    assert set(line.typed) == {Choice.OTHER, Choice.ASK}
    line.answers[Choice.MINE].click()
    assert world.value(sites[0], "phone") == "3"
    assert band.isHidden()


def test_what_is_typed_is_typed_on_the_page(
    band: ConflictBand, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], view_context: ViewContext, qtbot: QtBot
) -> None:
    asked = world.conflict(sites[0], "phone", "1", "2", "3")
    view_context.exchange.count()
    band.show_record(sites[0])
    with qtbot.waitSignal(view_context.questions_asked) as emitted:
        band.lines[0].typed[Choice.ASK].trigger()
    assert emitted.args == [f"{asked}#ask"]


def test_of_many_the_first_are_shown(
    band: ConflictBand, world: ExchangeWorld, sites: tuple[RecordKey, RecordKey], desk: ExchangeDesk
) -> None:
    for field in ("phone", "email", "website", "city", "street"):
        world.conflict(sites[0], field, "1", "2", "3")
    desk.count()
    band.show_record(sites[0])
    assert len(band.lines) == 3
    assert band.more.text() == "… and 2 more"
