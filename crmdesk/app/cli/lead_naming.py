"""What people type for a lead, a pool, a person or a reason, and the record it means."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

import click

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Taxonomy

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services

SOURCE: Final = "cli"
_ID: Final = re.compile(r"[0-9a-f]{32}")
_DAY_LENGTH: Final = len("2026-11-30")
_SITE: Final = "site:"
_SITE_ID: Final = re.compile(r"site:[0-9a-f]{32}")
_MOST: Final = 200
LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
"""A name typed may be in any of these."""


class SeveralLeads(CrmError):
    """What was typed is found in several leads. Params: `text`, `count`."""

    template = QT_TRANSLATE_NOOP("errors", "{text} is found in {count} leads. Give the whole name, or an id.")


class SeveralAlike(CrmError):
    """Several people, pools or criteria have one name. Params: `text`, `ids` (in one line)."""

    template = QT_TRANSLATE_NOOP("errors", "{text} is the name of several. Give the id of one: {ids}.")


class NameUnknown(RecordNotFound):
    """Nothing of this kind is called that. Params: `kind` (lead, pool, person …), `what`."""

    template = QT_TRANSLATE_NOOP("errors", "No {kind} is called {what}.")


class DayType(click.ParamType[date]):
    """A day as `2026-11-30`."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; fails with wrong usage where the text is none."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day such as 2026-11-30.", param, ctx)


class MomentType(click.ParamType[datetime]):
    """A moment of this computer's own time as `2026-11-30T14:30`, or a day, which is its noon."""

    name = "moment"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment, aware; fails with wrong usage where the text is none."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value if len(value) > _DAY_LENGTH else f"{value}T12:00")
        except ValueError:
            self.fail(f"“{value}” is no moment such as 2026-11-30T14:30.", param, ctx)
        return moment if moment.tzinfo else moment.astimezone()


DAY: Final = DayType()
MOMENT: Final = MomentType()


def lead_id(services: "Services", text: str) -> str:
    """Return the lead a person means: an id, the whole name of company or person, its number elsewhere, or a part only one has.

    Raises:
        NameUnknown: there is none. SeveralLeads: there are more.
    """
    text = text.removeprefix("lead:")
    if _ID.fullmatch(text):
        try:
            return services.leads.open(text).id
        except RecordNotFound as gone:
            raise NameUnknown(kind="lead", what=text) from gone
    rows = services.lead_lists.page(LeadFilter(text=text), limit=_MOST) if text.strip() else None
    if rows is None or not rows.rows:
        raise NameUnknown(kind="lead", what=text)
    exact = [row for row in rows.rows if text in {row.company_name, row.person}]
    fitting = exact or list(rows.rows)
    if len(fitting) > 1:
        raise SeveralLeads(text=text, count=len(exact) or rows.total)
    return fitting[0].id


def lead_ids(services: "Services", texts: tuple[str, ...]) -> list[str]:
    """Return the leads of several arguments, each once; as `lead_id`."""
    return list(dict.fromkeys(lead_id(services, text) for text in texts))


def pooled_records(services: "Services", texts: tuple[str, ...]) -> tuple[RecordKind, list[str]]:
    """Return what may wait in a pool: leads, or accounts written `site:CODE` or `site:ID`; with their one kind.

    Raises:
        NameUnknown, SeveralLeads: as `lead_id`. RecordNotFound: no such site. click.UsageError: both kinds at once.
    """
    sites = [text for text in texts if text.startswith(_SITE)]
    if not sites:
        return RecordKind.LEAD, lead_ids(services, texts)
    if len(sites) < len(texts):
        raise click.UsageError("Leads and accounts are not taken at once.")
    found = (account_id(services, RecordKind.SITE, text if _SITE_ID.fullmatch(text) else text[len(_SITE) :]) for text in sites)
    return RecordKind.SITE, [site for site in dict.fromkeys(found) if site is not None]


def pool_id(services: "Services", text: str | None) -> str | None:
    """Return the pool of a name or id; None for none.

    Raises:
        NameUnknown: no pool is called that. SeveralAlike: several are.
    """
    if text is None:
        return None
    return only_one("pool", text, [(pool.id, (pool.name,)) for pool in services.pools.all()])


def person_id(services: "Services", text: str) -> str:
    """Return the person of a name, login or id.

    Raises:
        NameUnknown: nobody is called that. SeveralAlike: several are.
    """
    return only_one("person", text, [(user.id, (user.name, user.login)) for user in services.users.all()])


def reason_id(services: "Services", taxonomy: Taxonomy, text: str | None) -> str | None:
    """Return the reason (source, industry …) of a code or name in any language; None for none.

    Raises:
        NameUnknown: none is called that. SeveralAlike: several are.
    """
    if text is None:
        return None
    names: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for term in services.taxonomies.terms(taxonomy, language):
            names.setdefault(term.id, set()).update({term.code, term.name})
    return only_one(
        "source" if taxonomy is Taxonomy.SOURCE else "industry" if taxonomy is Taxonomy.INDUSTRY else "reason",
        text,
        names.items(),
    )


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


def only_one(kind: str, text: str, named: Iterable[tuple[str, Iterable[str | None]]]) -> str:
    """Return the id whose id or one of whose names this is; capitals do not matter.

    Raises:
        NameUnknown: there is none. SeveralAlike: there are more.
    """
    wanted = text.strip().casefold()
    found = []
    for record, names in named:
        if wanted == record:
            return record
        if any(name and wanted == name.casefold() for name in names):
            found.append(record)
    if not found:
        raise NameUnknown(kind=kind, what=text)
    if len(found) > 1:
        raise SeveralAlike(text=text, ids=", ".join(found))
    return found[0]
