"""Options of `crmdesk import` that say where imported leads go and what becomes of those that are there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

if TYPE_CHECKING:
    from crmdesk.exchange.importing.lead_options import LeadOptions
    from crmdesk.services.catalogue import Services

Function = TypeVar("Function", bound=Callable[..., Any])


class PairType(click.ParamType[tuple[str, str]]):
    """`WHAT=PERSON`."""

    name = "pair"

    def convert(self, value: str | tuple[str, str], param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return both sides; fails with wrong usage where one is missing."""
        if isinstance(value, tuple):
            return value
        what, _sign, person = (part.strip() for part in value.partition("="))
        if not what or not person:
            self.fail(f"“{value}” is not of the form 上海=李娜.", param, ctx)
        return what, person


@dataclass(frozen=True, slots=True)
class LeadWishes:
    """What was typed; names are not looked up yet."""

    pool: str | None = None
    owner: str | None = None
    round_robin: str | None = None
    by_region: Sequence[tuple[str, str]] = ()
    by_industry: Sequence[tuple[str, str]] = ()
    there: str | None = None
    keep_sources: bool = False

    @property
    def is_any(self) -> bool:
        """Whether anything of it was typed."""
        return self != LeadWishes()

    def check(self) -> None:
        """Fail with wrong usage where two of them exclude each other."""
        if self.pool and self.owner:
            raise click.UsageError("Leads go to --pool or to --owner, not to both.")
        if self.by_region and self.by_industry:
            raise click.UsageError("Leads are handed out --by-region or --by-industry, not by both.")

    def resolved(self, services: "Services") -> "LeadOptions":
        """Return the options with the ids of pools, people and industries.

        Raises:
            RecordNotFound: one is called otherwise.
        """
        from crmdesk.app.cli.lead_naming import person_id, pool_id, reason_id
        from crmdesk.core.vocabulary import Taxonomy
        from crmdesk.exchange.importing.lead_options import LeadOptions, There
        from crmdesk.services.lead_distribution import Spread

        industry = partial(reason_id, services, Taxonomy.INDUSTRY)
        people = tuple(person_id(services, name) for part in (self.round_robin or "").split(",") if (name := part.strip()))
        by_value = [(place, person_id(services, name)) for place, name in self.by_region]
        by_value += [(str(industry(word)), person_id(services, name)) for word, name in self.by_industry]
        spread = Spread.REGION if self.by_region else Spread.INDUSTRY if self.by_industry else Spread.IN_TURN if people else None
        return LeadOptions(
            owner_id=person_id(services, self.owner) if self.owner else "",
            pool_id=pool_id(services, self.pool) or "",
            spread=spread,
            people=people,
            by_value=tuple(by_value),
            there=There(self.there or There.SKIP),
            add_sources=not self.keep_sources,
        )


def lead_options(function: Function) -> Function:
    """Add the options; they arrive by the names of `LeadWishes`."""
    for option in reversed(_OPTIONS):
        function = option(function)
    return function


_PAIR: Final = PairType()
_OPTIONS: Final = (
    click.option("--pool", metavar="NAME", help="Leads: into this pool."),
    click.option("--owner", metavar="NAME", help="Leads: to this person. Without --pool and --owner: to yourself."),
    click.option("--round-robin", metavar="A,B,…", help="Leads: to these people in turn."),
    click.option(
        "--by-region",
        type=_PAIR,
        multiple=True,
        metavar="PLACE=NAME",
        help="Leads: of a province or city to a person; repeatable.",
    ),
    click.option(
        "--by-industry", type=_PAIR, multiple=True, metavar="INDUSTRY=NAME", help="Leads: of an industry to a person; repeatable."
    ),
    click.option(
        "--there",
        type=click.Choice(["skip", "fill", "import"]),
        help="Leads that are there: left out, blanks filled, or imported.",
    ),
    click.option("--keep-sources", is_flag=True, help="Leads: keep sources that are in no list in the note; do not add them."),
)
