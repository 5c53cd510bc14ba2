"""The score in a lead's record: figure, reasons in words, and what it waits for."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.core.ids import new_id
from crmdesk.services.lead_score import LeadScored, ScoreReason, ScoreStage, ScoreState
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.page import LeadsPage
from crmdesk.views.leads.score_card import ScoreCard, reason_text, state_text

READY = ScoreState(ScoreStage.READY, 120, 340, 0, made_at=datetime(2026, 11, 20, 8, tzinfo=UTC), area=0.834)


def _reason(trait: str, value: str | float | None, points: float, *, is_other: bool = False) -> ScoreReason:
    return ScoreReason(trait, value, is_other, points / 25, points)


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (_reason("source", "转介绍", 17.6), "Source: 转介绍\u00a0(+18)"),
        (_reason("industry", None, -3.2), "Industry not known\u00a0(−3)"),
        (_reason("place", "拉萨", -1, is_other=True), "City: 拉萨 (seldom)\u00a0(−1)"),
        (_reason("web_seconds", 1674.0, 9), "Seconds on the web site: 1,674\u00a0(+9)"),
        (_reason("web_pages", 2.53, 0.2), "Pages per visit: 2.5\u00a0(±0)"),
        (_reason("web_visits", None, -2), "Visits to the web site not known\u00a0(−2)"),
        (_reason("completeness", 30.0, -4), "30 % filled\u00a0(−4)"),
        (_reason("follow_ups", 3.0, 4), "follow-ups in the first 14 days: 3\u00a0(+4)"),
        (_reason("first_contact_days", 0.25, 4), "days until the first contact: 0.2\u00a0(+4)"),
    ],
)
def test_reasons_are_words(reason: ScoreReason, text: str) -> None:
    assert reason_text(reason) == text


def test_the_state_says_what_it_waits_for_and_rests_on() -> None:
    waiting = state_text(ScoreState(ScoreStage.WAITING, 12, 51, 37))
    assert "after 37 more outcomes" in waiting
    assert "12 converted and 51 disqualified, 30 of each" in waiting
    assert "in a moment" in state_text(ScoreState(ScoreStage.LEARNING, 60, 60, 0))
    assert "does not tell" in state_text(ScoreState(ScoreStage.POINTLESS, 60, 60, 0, area=0.51))
    assert "120 converted and 340 disqualified" in state_text(READY)
    assert "83 of 100" in state_text(READY)


def test_the_card_shows_figure_and_reasons_or_one_line(qtbot: QtBot) -> None:
    card = ScoreCard()
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_score(LeadScored(READY, 0.724, (_reason("source", "转介绍", 18),), ()))
    assert not card.isHidden()
    assert card.figure.text() == "72 %"
    assert card.speaks_for.text() == "Source: 转介绍\u00a0(+18)"
    assert card.against.text() == "nothing that counts"
    assert card.state.isHidden()
    assert "72 %" in card.accessibleName()
    card.show_score(LeadScored(ScoreState(ScoreStage.WAITING, 12, 51, 37)))
    assert card.figure.isHidden()
    assert not card.state.isHidden()
    assert card.accessibleName() == card.state.text()
    card.show_score(LeadScored(READY), is_closed=True)
    assert card.isHidden()


def test_the_record_shows_the_score_of_its_lead(qtbot: QtBot, view_context: ViewContext, shell: ShellWindow) -> None:
    services = view_context.services
    rows = [(new_id(), "例子", "展会" if at % 2 else "电话", "converted" if at % 2 else "disqualified") for at in range(120)]
    with services.leads._store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("INSERT INTO lead(id, company_name, origin, status) VALUES(?,?,?,?)", rows)
        uow.commit()
    lead = services.leads.create({"company_name": "长江石化", "origin": "展会"}).record.id
    page = LeadsPage(view_context)
    shell.add_page("leads", lambda: "Leads", "user-plus", lambda: page)
    shell.show_page("leads")
    page.open_record(f"lead:{lead}")
    qtbot.waitUntil(lambda: page.panel.record is not None and page.panel.record.id == lead)
    assert "in a moment" in page.panel.score.state.text()
    services.lead_score.run()
    page.panel.refresh()
    qtbot.waitUntil(lambda: page.panel.score.speaks_for.text().startswith("Came in by: 展会"))
    assert int(page.panel.score.figure.text().split()[0]) > 60
