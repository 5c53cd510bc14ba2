"""What people type for a lead, a pool, a person or a reason, and the record it means."""

import re
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Taxonomy

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services

SOURCE: Final = "cli"
_ID: Final = re.compile(r"(?:lead:)?([0-9a-f]{32})")
_MOST: Final = 50


class SeveralLeads(CrmError):
    """What was typed is found in several leads. Params: `text`, `count`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{text} is found in {count} leads. Give the whole name, or an id from `crmdesk leads`."
    )


class DayType(click.ParamType[date]):
    """A day as `2026-11-30`."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fails with wrong usage where the text is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day such as 2026-11-30.", param, ctx)


DAY: Final = DayType()


def lead_id(services: "Services", text: str) -> str:
    """Return the lead a person means: an id, the whole name of company or person, its number elsewhere, or a part only one has.

    Raises:
        RecordNotFound: there is none. SeveralLeads: there are more.
    """
    if found := _ID.fullmatch(text):
        return services.leads.open(found[1]).id
    rows = services.lead_lists.page(LeadFilter(text=text), limit=_MOST)
    exact = [row for row in rows.rows if text in {row.company_name, row.person}]
    fitting = exact or list(rows.rows)
    if not fitting:
        raise RecordNotFound(what=text)
    if len(fitting) > 1:
        raise SeveralLeads(text=text, count=len(exact) or rows.total)
    return fitting[0].id


def lead_ids(services: "Services", texts: tuple[str, ...]) -> list[str]:
    """Return the leads of several arguments; as `lead_id`."""
    return [lead_id(services, text) for text in texts]


def pool_id(services: "Services", text: str | None) -> str | None:
    """Return the pool of a name or id; None for none.

    Raises:
        RecordNotFound: no pool is called that.
    """
    if text is None:
        return None
    return _named({pool.id: pool.name for pool in services.pools.all()}, text)


def person_id(services: "Services", text: str) -> str:
    """Return the person of a name or id.

    Raises:
        RecordNotFound: nobody is called that.
    """
    return _named({user.id: user.name for user in services.users.all()}, text)


def reason_id(services: "Services", taxonomy: Taxonomy, text: str | None) -> str | None:
    """Return the reason of a code or name in any language; None for none.

    Raises:
        RecordNotFound: no reason is called that.
    """
    if text is None:
        return None
    for language in ("zh_CN", "zh_TW", "en"):
        for term in services.taxonomies.terms(taxonomy, language):
            if text in {term.id, term.code, term.name}:
                return term.id
    raise RecordNotFound(what=text)


def source_ids(services: "Services", text: str | None) -> tuple[str, ...]:
    """Return the source of a code or name; nothing for none."""
    found = reason_id(services, Taxonomy.SOURCE, text)
    return () if found is None else (found,)


def account_id(services: "Services", kind: RecordKind, text: str | None) -> str | None:
    """Return the id of a company or site by code or id; None for none.

    Raises:
        RecordNotFound: there is none of this kind.
    """
    from crmdesk.app.cli.account_commands import resolve

    if text is None:
        return None
    key = resolve(services, text)
    if key.kind is not kind:
        raise RecordNotFound(what=text)
    return key.id


def _named(names: dict[str, str], text: str) -> str:
    for record, name in names.items():
        if text in {record, name}:
            return record
    raise RecordNotFound(what=text)
