"""The stable JSON shapes of leads (`docs/cli.md`), and what people read of one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from crmdesk.app.cli.output import print_line, print_table
from crmdesk.core.clock import iso_ms
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from datetime import date, datetime

    from crmdesk.services.lead_lists import LeadRow
    from crmdesk.services.leads import FollowUpRow, LeadRecord


def done_json(ids: Sequence[str], transaction: str | None, kind: RecordKind = RecordKind.LEAD) -> dict[str, Any]:
    """Return what a command did to several records; `transaction` is None where nothing had to change."""
    return {"kind": kind.value, "ids": list(ids), "transaction": transaction}


def row_json(row: "LeadRow") -> dict[str, Any]:
    """Return a line of a list of leads."""
    return {
        "id": row.id,
        "name": row.name,
        "company": row.company_name,
        "person": row.person,
        "title": row.job_title,
        "mobile": row.mobile,
        "phone": row.phone,
        "email": row.email,
        "city": row.city,
        "industry": row.industry,
        "source": row.source,
        "campaign": row.campaign,
        "status": row.status.value,
        "owner": row.owner,
        "pool": row.pool,
        "next_step": row.next_step,
        "next_step_on": day_json(row.next_step_on),
        "look_again_on": day_json(row.look_again_on),
        "last_follow_up_at": moment_json(row.last_follow_up_at),
        "completeness": row.completeness,
        "probability": row.probability,
        "provisional": row.is_provisional,
    }


def lead_json(record: "LeadRecord", told: "Sequence[FollowUpRow]") -> dict[str, Any]:
    """Return one lead with what was said to it."""
    return {
        "id": record.id,
        "name": record.name,
        "status": record.status.value,
        "owner": record.owner,
        "pool": record.pool,
        "former_owner": record.former_owner,
        "source": record.source,
        "industry": record.industry,
        "reason": record.reason,
        "completeness": record.completeness,
        "probability": record.probability,
        "provisional": record.is_provisional,
        "masked": record.is_masked,
        "fields": dict(record.values),
        "became": [{"kind": key.kind.value, "id": key.id} for key in record.became],
        "follow_ups": [
            {"at": iso_ms(one.happened_at), "kind": one.kind.value, "text": one.text, "author": one.author} for one in told
        ],
    }


def print_lead(record: "LeadRecord", told: "Sequence[FollowUpRow]") -> None:
    """Print one lead: its filled fields by their keys, what it became, what was said to it."""
    from crmdesk.services.record_fields import FIELDS

    asked = "; asked for" if record.is_provisional else ""
    print_line(f"{record.name}  ({record.status.value}; {record.owner or record.pool or 'with nobody'}{asked})")
    names = {"source_id": record.source, "industry_id": record.industry, "owner_id": record.owner, "pool_id": record.pool}
    names |= {"former_owner_id": record.former_owner, "reason_id": record.reason}
    shown = {info.key: names.get(info.key) or record.values[info.key] for info in FIELDS[RecordKind.LEAD]}
    print_table(("field", "value"), [(key, value) for key, value in shown.items() if value not in (None, "", 0)])
    for key in record.became:
        print_line(f"became {key}")
    for one in told:
        said = " ".join(one.text.split())
        print_line(f"{one.happened_at.astimezone():%Y-%m-%d %H:%M}  {one.kind.value}  {one.author or '–'}: {said}")


def day_json(day: "date | None") -> str | None:
    """Return a day as it stands in JSON."""
    return None if day is None else day.isoformat()


def moment_json(moment: "datetime | None") -> str | None:
    """Return a moment as it stands in JSON."""
    return None if moment is None else iso_ms(moment)


def day_text(moment: "datetime | None") -> str:
    """Return the day of a moment as people here read it."""
    return "" if moment is None else f"{moment.astimezone():%Y-%m-%d}"
