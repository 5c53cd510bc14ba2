"""Columns of leads that follow from others: in step with every edit, whoever made it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.lead_completeness import COMPLETENESS_FIELDS, PARTS, completeness, completeness_sql, missing_parts
from crmdesk.models.pinyin import sort_key
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store


def _row(store: Store, lead: str) -> tuple[Any, Any]:
    with store.read() as connection:
        row = record_rows.fetch(connection, RecordKind.LEAD, lead)
    assert row is not None
    return row["sort_key"], row["completeness"]


def _put(store: Store, **values: Any) -> str:
    lead = new_id()
    with store.unit_of_work() as uow:
        record_rows.insert(uow.connection, RecordKind.LEAD, {"id": lead, "status": "new", **values})
        uow.commit()
    return lead


def _change(store: Store, lead: str, **values: Any) -> None:
    with store.unit_of_work() as uow:
        record_rows.update(uow.connection, RecordKind.LEAD, lead, values)
        uow.commit()


def test_a_lead_is_ordered_by_its_company_or_its_person(store: Store) -> None:
    lead = _put(store, person="单田芳")
    assert _row(store, lead)[0] == sort_key("单田芳", person=True)
    _change(store, lead, company_name="鞍山曲艺团")
    assert _row(store, lead)[0] == sort_key("鞍山曲艺团")
    _change(store, lead, company_name="")
    assert _row(store, lead)[0] == sort_key("单田芳", person=True)


def test_a_key_that_a_writer_brings_along_stays(store: Store) -> None:
    assert _row(store, _put(store, company_name="海立", sort_key="x"))[0] == "x"


def test_completeness_follows_every_edit(store: Store) -> None:
    lead = _put(store, company_name="海立", email="a@b.cn")
    assert _row(store, lead)[1] == 20
    _change(store, lead, phone="021-1", mobile="138", headcount=0)
    assert _row(store, lead)[1] == 40
    _change(store, lead, email=None, website="")
    assert _row(store, lead)[1] == 30


@pytest.mark.parametrize("field", COMPLETENESS_FIELDS)
def test_each_field_fills_its_part(field: str) -> None:
    assert completeness({field: "x"}) == 10
    assert len(missing_parts({field: "x"})) == len(PARTS) - 1


_VALUES = st.dictionaries(st.sampled_from(COMPLETENESS_FIELDS), st.sampled_from(["", "海立", 0, 3, None]))


@given(values=_VALUES)
def test_sql_and_python_agree(values: dict[str, Any]) -> None:
    import sqlite3

    columns = ",".join(f"? AS {field}" for field in COMPLETENESS_FIELDS)
    counted = sqlite3.connect(":memory:").execute(
        f"SELECT {completeness_sql('l')} FROM (SELECT {columns}) l", [values.get(field) for field in COMPLETENESS_FIELDS]
    )
    assert counted.fetchone()[0] == completeness(values)
    assert (completeness(values) == 100) == (not missing_parts(values))
