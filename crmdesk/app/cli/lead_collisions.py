"""Who has a customer already, as the command line tells it, and the refusal where somebody should look first."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from crmdesk.app.cli.lead_shapes import day_text, moment_json
from crmdesk.app.cli.output import print_table
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.collisions import Collision
    from crmdesk.services.record_key import RecordKey


class MayBeTheSame(CrmError):
    """Somebody works on this customer already, or it is an account. Params: `name`, `other`, `holder`, `more` (how many besides)."""

    template = QT_TRANSLATE_NOOP("errors", "{name} may be the same customer as {other} ({holder}), and {more} more are alike.")


class IsTheSame(MayBeTheSame):
    """As `MayBeTheSame`, of one record only."""

    template = QT_TRANSLATE_NOOP("errors", "{name} may be the same customer as {other} ({holder}).")

    @property
    def code(self) -> str:
        """One code for both."""
        return MayBeTheSame.__name__


def refuse_alike(
    services: "Services",
    values: Mapping[str, Any],
    lead: str | None = None,
    *,
    joined: "Collection[RecordKey]" = (),
    of_others: bool = False,
) -> None:
    """Refuse where a lead (its id, when it exists, and values) collides, as the window asks before it goes on.

    Args:
        services: of the store.
        values: as `CollisionService.check` takes them.
        lead: its id.
        joined: records that are known to be this customer.
        of_others: only what is with somebody else counts.

    Raises:
        MayBeTheSame: as its text says.
    """
    me = next((user.name for user in services.users.all() if user.is_me), None)
    found = [one for one in services.collisions.check(values, lead) if one.key not in joined]
    if of_others:
        found = [one for one in found if one.owner and one.owner != me]
    if not found:
        return
    name = str(values.get("company_name") or values.get("person") or "")
    holder = found[0].owner or found[0].pool or found[0].key.kind.value
    error = IsTheSame if len(found) == 1 else MayBeTheSame
    raise error(name=name, other=found[0].name, holder=holder, more=len(found) - 1)


def collision_json(one: "Collision") -> dict[str, Any]:
    """Return what a collision check tells of one record."""
    return {
        "kind": one.key.kind.value,
        "id": one.key.id,
        "name": one.name,
        "owner": one.owner,
        "pool": one.pool,
        "last_follow_up_at": moment_json(one.last_follow_up_at),
        "status": None if one.status is None else one.status.value,
        "score": round(one.score, 2),
        "why": list(one.why),
    }


def print_collisions(found: "Sequence[Collision]") -> None:
    """Print who has it, where it waits and why it may be the same."""
    print_table(
        ("kind", "name", "owner", "pool", "last follow-up", "same"),
        [
            (one.key.kind.value, one.name, one.owner, one.pool, day_text(one.last_follow_up_at), ", ".join(one.why))
            for one in found
        ],
    )
