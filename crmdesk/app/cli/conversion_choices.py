"""What a person decides about a conversion on the command line: which records it joins, what is typed over, the opportunity."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from crmdesk.app.cli.account_commands import named_references, parse_pairs
from crmdesk.app.cli.lead_naming import LANGUAGES, account_id, only_one
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.conversion_plan import ConversionPlan

_LANGUAGE: Final = "en"
_TARGETS: Final = {kind.value: kind for kind in (RecordKind.COMPANY, RecordKind.SITE, RecordKind.CONTACT)}


@dataclass(frozen=True, slots=True)
class JoinWishes:
    """What was typed: codes and ids to join, and of which records new ones are wanted whatever is alike."""

    company: str | None = None
    site: str | None = None
    contact: str | None = None
    new: frozenset[RecordKind] = frozenset()
    no_contact: bool = False

    def check(self) -> None:
        """Fail with wrong usage where two of them exclude each other."""
        given = {RecordKind.COMPANY: self.company, RecordKind.SITE: self.site, RecordKind.CONTACT: self.contact}
        for kind, text in given.items():
            if text is not None and kind in self.new:
                raise click.UsageError(f"--{kind.value} and --new-{kind.value} exclude each other.")
        if self.site is not None and RecordKind.COMPANY in self.new:
            raise click.UsageError("A site that is joined brings its company: --new-company does not go with --site.")
        if self.no_contact and (self.contact is not None or RecordKind.CONTACT in self.new):
            raise click.UsageError("--no-contact goes with no other contact.")

    @property
    def decided(self) -> frozenset[RecordKind]:
        """What is not proposed any more."""
        company = {RecordKind.COMPANY} if self.company is not None or self.site is not None else set()
        site = {RecordKind.SITE} if self.site is not None else set()
        contact = {RecordKind.CONTACT} if self.contact is not None or self.no_contact else set()
        return self.new | company | site | contact


def planned(services: "Services", lead: str, wishes: JoinWishes) -> "ConversionPlan":
    """Return what converting a lead would do: records as named, and those joined that are sure.

    Raises:
        click.UsageError: the site belongs to another company than the one named. RecordNotFound, AlreadyConverted,
        LeadWithoutOwner, NotQualified: as their texts say.
    """
    from crmdesk.services.conversion_plan import Joins

    company = account_id(services, RecordKind.COMPANY, wishes.company)
    joins = Joins(
        company,
        account_id(services, RecordKind.SITE, wishes.site),
        None if wishes.contact is None else wishes.contact.removeprefix("contact:"),
        with_contact=not wishes.no_contact,
    )
    plan = services.conversion.plan(lead, joins, _LANGUAGE)
    if company is not None and plan.joins.company_id != company:
        raise click.UsageError("The site belongs to another company than --company.")
    while (found := plan.sure(wishes.decided)) is not None:
        joins = plan.joins.joining(*found)
        named = plan.joins.contact_id if RecordKind.CONTACT in wishes.decided else joins.contact_id
        plan = services.conversion.plan(lead, replace(joins, contact_id=named), _LANGUAGE)
    return plan


def taken(plan: "ConversionPlan", texts: tuple[str, ...]) -> frozenset[tuple[RecordKind, str]]:
    """Read `--take KIND.FIELD`.

    Raises:
        click.UsageError: there is no such choice in the plan.
    """
    from crmdesk.models.converting import Effect

    choices = {(one.target, one.field) for one in plan.carried if one.effect is Effect.CHOICE}
    wanted = {_target(text) for text in texts}
    for kind, field in sorted(wanted - choices):
        known = ", ".join(f"{kind.value}.{field}" for kind, field in sorted(choices)) or "none"
        raise click.UsageError(f"“{kind.value}.{field}” is no choice of this conversion; choices: {known}.")
    return frozenset(wanted)


def typed(services: "Services", plan: "ConversionPlan", pairs: tuple[str, ...]) -> dict[tuple[RecordKind, str], object]:
    """Read `--set KIND.FIELD=VALUE`: values over what would be carried into records that are made.

    Raises:
        click.UsageError: the record is joined, or no contact goes along. RecordNotFound: a name among the values is unknown.
    """
    found: dict[tuple[RecordKind, str], object] = {}
    for text, value in parse_pairs(pairs).items():
        kind, field = _target(text)
        if plan.joined[kind] is not None or (kind is RecordKind.CONTACT and not plan.joins.with_contact):
            raise click.UsageError(f"--set is for records that are made; no {kind.value} is.")
        named = {field: value} if kind is RecordKind.CONTACT else named_references(services, kind, {field: value})
        found.update({(kind, key): one for key, one in named.items()})
    return found


def opportunity_values(
    services: "Services", name: str | None, amount: str | None, closes: date | None, stage: str | None
) -> dict[str, object] | None:
    """Return the values of the opportunity that is begun, None for none.

    Raises:
        click.UsageError: something of it is given without a name. NameUnknown: no stage is called that.
    """
    if name is None:
        if amount is not None or closes is not None or stage is not None:
            raise click.UsageError("--amount, --closes and --stage go with --opportunity.")
        return None
    values: dict[str, object] = {"name": name}
    if amount is not None:
        values["amount"] = amount
    if closes is not None:
        values["closes_on"] = closes
    if stage is not None:
        named = [(one.id, (one.name,)) for language in LANGUAGES for one in services.stages.all(language)]
        ids = {record: tuple(name for one, names in named for name in names if one == record) for record, _ in named}
        values["stage_id"] = only_one("stage", stage, ids.items())
    return values


def buildings_here(services: "Services", lead: str, plan: "ConversionPlan") -> list[str]:
    """Return the sites of the joined company at the lead's address: the new site is another building than those."""
    if plan.joins.company_id is None or plan.joins.site_id is not None:
        return []
    values = {**services.leads.open(lead).values, "company_id": plan.joins.company_id}
    return [here.key.id for here in services.accounts.sites_here(values)]


def _target(text: str) -> tuple[RecordKind, str]:
    kind, dot, field = text.strip().partition(".")
    if not dot or not field or kind not in _TARGETS:
        raise click.UsageError(f"“{text}” is no KIND.FIELD such as site.phone.")
    return _TARGETS[kind], field
