"""Leads made and changed by KEY=VALUE: what `crmdesk add lead` and `crmdesk set lead:…` do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import click

from crmdesk.app.cli.lead_collisions import refuse_alike
from crmdesk.app.cli.lead_naming import SOURCE, lead_id, person_id, pool_id, reason_id
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.leads import LeadRecord

_SHORT: Final = {
    "company": "company_name",
    "title": "job_title",
    "mail": "email",
    "address": "address_text",
    "industry": "industry_id",
    "source": "source_id",
}
"""What people type → field of a lead."""


def add_lead(services: "Services", pairs: Mapping[str, object], *, anyway: bool) -> "LeadRecord":
    """Create a lead, with `owner`, in `pool`, or (neither) with whoever uses this store.

    Raises:
        MayBeTheSame: somebody has this customer, and not `anyway`. LeadWithoutName, OwnerOrPool, InvalidField, NameUnknown,
        SeveralAlike: as their texts say.
    """
    values = _lead_values(services, pairs)
    owner, pool = (str(values.pop(key, "") or "") or None for key in ("owner", "pool"))
    if not anyway:
        refuse_alike(services, values)
    return services.leads.create(
        values, owner_id=None if owner is None else person_id(services, owner), pool_id=pool_id(services, pool), source=SOURCE
    ).record


def change_lead(services: "Services", text: str, pairs: Mapping[str, object]) -> "LeadRecord":
    """Change fields of the lead that `text` means (`lead_naming.lead_id`); an empty value clears a field.

    Raises:
        LeadConverted, LeadWithoutName, InvalidField, NameUnknown, SeveralAlike: as their texts say. click.UsageError: owner or
        pool is among the fields.
    """
    values = _lead_values(services, pairs)
    if not values.keys().isdisjoint({"owner", "pool"}):
        raise click.UsageError("Who has a lead changes by `crmdesk assign`, `claim` and `release`.")
    return services.leads.save(lead_id(services, text), values, source=SOURCE).record


def _lead_values(services: "Services", pairs: Mapping[str, object]) -> dict[str, object]:
    """Return values by field, with ids for the codes and names of industries and sources."""
    from crmdesk.services.record_fields import FieldType, field_info

    values: dict[str, object] = {}
    for typed, value in pairs.items():
        key = _SHORT.get(typed, typed)
        info = field_info(RecordKind.LEAD, key)
        if info is not None and info.type is FieldType.TERM_ID and info.taxonomy is not None and str(value).strip():
            values[key] = reason_id(services, info.taxonomy, str(value))
        else:
            values[key] = value
    return values
