"""What goes when a record goes: everything that hangs on it, however deep, and nothing else."""

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import RecordKind
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

AT = "2026-11-23T04:00:00.000Z"


def test_burying_goes_down_all_levels_and_stays_inside(store: Store) -> None:
    site, other = new_id(), new_id()
    below: dict[str, tuple[RecordKind, str]] = {}
    with store.unit_of_work() as uow:
        for place in (site, other):
            opportunity, person = new_id(), new_id()
            record_rows.insert(
                uow.connection, RecordKind.OPPORTUNITY, {"id": opportunity, "site_id": place, "name": "压缩机", "stage_id": "s"}
            )
            record_rows.insert(
                uow.connection, RecordKind.OPPORTUNITY_CONTACT, {"id": person, "opportunity_id": opportunity, "contact_id": "c"}
            )
            below[f"{place}-o"], below[f"{place}-p"] = (
                (RecordKind.OPPORTUNITY, opportunity),
                (RecordKind.OPPORTUNITY_CONTACT, person),
            )
        record_rows.bury_what_hangs_on(uow.connection, [site], AT)
        uow.commit()
    with store.read() as connection:
        living = {name for name, (kind, record) in below.items() if record_rows.fetch(connection, kind, record) is not None}
    assert living == {f"{other}-o", f"{other}-p"}


def test_what_was_buried_before_keeps_its_day(store: Store) -> None:
    lead, entry = new_id(), new_id()
    before = "2026-01-01T00:00:00.000Z"
    with store.unit_of_work() as uow:
        values = {"id": entry, "lead_id": lead, "kind": "call", "happened_at": AT, "text": "x", "deleted_at": before}
        record_rows.insert(uow.connection, RecordKind.FOLLOW_UP, values)
        record_rows.bury_below(uow.connection, "lead", [lead], AT)
        uow.commit()
    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT deleted_at FROM follow_up WHERE id=?", (entry,)).scalar()
    assert kept == before
