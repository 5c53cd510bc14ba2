"""What a laptop forgets: never what waits, never what unmerging needs, never before its time."""

from datetime import timedelta

import pytest

from crmdesk.core.clock import frozen_at
from crmdesk.core.vocabulary import ActionKind
from crmdesk.sync.memory import History, history_kept, keep_history
from tests.sync.laptops import Laptop

ACME, ONE, TWO = "c1" * 16, "51" * 16, "52" * 16


def _work(laptop: Laptop) -> None:
    with frozen_at(laptop.clock()):
        laptop.insert("company", ACME, kind="legal", legal_name="全球商业")
        for site in (ONE, TWO):
            laptop.insert("site", site, company_id=ACME, name="店", status="fighting")
        laptop.set("company", ACME, phone="1")


def _later(laptop: Laptop, days: int) -> None:
    laptop.clock.now += timedelta(days=days)
    with frozen_at(laptop.clock()):
        laptop.exchange()


@pytest.mark.parametrize(
    ("choice", "days", "left"),
    [
        (History.MONTH, 20, 4),
        (History.MONTH, 40, 0),
        (History.YEAR, 40, 4),
        (History.YEAR, 400, 0),
        (History.FOR_EVER, 4_000, 4),
    ],
)
def test_acknowledged_edits_stay_as_long_as_chosen(li: Laptop, choice: History, days: int, left: int) -> None:
    keep_history(li.store, choice)
    _work(li)
    li.exchange()
    _later(li, days)
    assert li.one("SELECT count(*) FROM sync_op") == left
    assert li.one("SELECT count(*) FROM change_tx") == left
    assert li.one("SELECT count(*) FROM sync_batch WHERE body IS NOT NULL") == (1 if days < 30 else 0)
    assert li.one("SELECT count(*) FROM company") == 1


def test_a_year_is_kept_unless_chosen_otherwise(li: Laptop) -> None:
    with li.store.read() as connection:
        assert history_kept(connection) is History.YEAR


def test_what_waits_is_never_forgotten(li: Laptop) -> None:
    keep_history(li.store, History.MONTH)
    _work(li)
    li.clock.now += timedelta(days=400)
    with frozen_at(li.clock()):
        report = li.exchange()
    assert report.outcomes == {"applied": 4}
    assert li.one("SELECT count(*) FROM sync_op") == 4


def test_what_unmerging_needs_is_kept(li: Laptop) -> None:
    keep_history(li.store, History.MONTH)
    _work(li)
    with frozen_at(li.clock()), li.writing(ActionKind.MERGE) as connection:
        connection.exec_driver_sql("UPDATE site SET merged_into=?, deleted_at='2026-11-23T08:00:00.000Z' WHERE id=?", (ONE, TWO))
    li.exchange()
    _later(li, 40)
    assert li.rows("SELECT kind, pk FROM sync_op ORDER BY seq") == [("ins", TWO), ("del", TWO), ("merge", TWO)]
