"""Reading addresses for screens and commands: the parts, the premises they mean, and whether two addresses are one place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from crmdesk.models.addresses import ParsedAddress, Reason

PART_LABELS: Final = MappingProxyType(
    {
        "country": QT_TRANSLATE_NOOP("address", "Country or region"),
        "province": QT_TRANSLATE_NOOP("address", "Province"),
        "city": QT_TRANSLATE_NOOP("address", "City"),
        "district": QT_TRANSLATE_NOOP("address", "District"),
        "town": QT_TRANSLATE_NOOP("address", "Town or street office"),
        "zone": QT_TRANSLATE_NOOP("address", "Development zone"),
        "community": QT_TRANSLATE_NOOP("address", "Village or community"),
        "road": QT_TRANSLATE_NOOP("address", "Road"),
        "section": QT_TRANSLATE_NOOP("address", "Section of the road"),
        "number": QT_TRANSLATE_NOOP("address", "Number"),
        "lane": QT_TRANSLATE_NOOP("address", "Lane"),
        "lane_number": QT_TRANSLATE_NOOP("address", "Number in the lane"),
        "cross_road": QT_TRANSLATE_NOOP("address", "Crossing road"),
        "position": QT_TRANSLATE_NOOP("address", "Position at the road"),
        "compound": QT_TRANSLATE_NOOP("address", "Compound or building name"),
        "building": QT_TRANSLATE_NOOP("address", "Building"),
        "entrance": QT_TRANSLATE_NOOP("address", "Entrance"),
        "floor": QT_TRANSLATE_NOOP("address", "Floor"),
        "room": QT_TRANSLATE_NOOP("address", "Room"),
        "postcode": QT_TRANSLATE_NOOP("address", "Postcode"),
    }
)
"""Every part an address can have, from large to small → its English label (context `address`)."""


@dataclass(frozen=True, slots=True)
class AddressPart:
    """One part of an address.

    Attributes:
        name: key in `PART_LABELS`. text: as written. official: a division's name today, else the text.
        start, end: place in the text as typed, −1 where it is not written there.
    """

    name: str
    text: str
    official: str
    code: str | None
    is_inferred: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AddressReason:
    """A sentence to be translated (context `premises`), and what its placeholders stand for."""

    template: str
    params: Mapping[str, str]

    @property
    def message(self) -> str:
        """The sentence in English."""
        return self.template.format_map(self.params)


@dataclass(frozen=True, slots=True)
class AddressReading:
    """An address taken apart.

    Attributes:
        text: as typed.
        division_code: of the smallest division known (GB/T 2260; nine digits of a town).
        premises_key: equal for two addresses of one company that are one site; None when that cannot be said.
        place: the premises as written (世纪大道100号).
    """

    text: str
    parts: tuple[AddressPart, ...]
    division_code: str | None
    premises_key: str | None
    place: str
    reasons: tuple[AddressReason, ...]

    def part(self, name: str) -> AddressPart | None:
        """Return a part by its name."""
        return next((part for part in self.parts if part.name == name), None)


@dataclass(frozen=True, slots=True)
class AddressComparison:
    """Whether two addresses are the same premises (None: cannot be decided), and why."""

    is_same: bool | None
    reason: AddressReason


class AddressParsing:
    """Reads shipped tables only; needs no store, and answers from any thread."""

    def parse(
        self,
        text: str,
        *,
        country: str | None = None,
        province: str | None = None,
        city: str | None = None,
        district: str | None = None,
    ) -> AddressReading:
        """Take an address apart; what fields of their own say beside the text is taken as known. Never raises."""
        from crmdesk.models.addresses import parse_address, premises_of

        parsed = parse_address(text, country=country, province=province, city=city, district=district)
        premises = premises_of(parsed)
        return AddressReading(
            text,
            tuple(_parts(parsed)),
            parsed.division_code,
            premises.key,
            premises.place,
            tuple(_reason(reason) for reason in premises.reasons),
        )

    def compare(self, first: str, second: str) -> AddressComparison:
        """Decide whether two addresses are the same premises; what one leaves out does not speak against it."""
        from crmdesk.models.addresses import compare_premises, parse_address

        found = compare_premises(parse_address(first), parse_address(second))
        return AddressComparison(found.same, _reason(found.reason))

    def group(self, texts: Sequence[str]) -> tuple[tuple[int, ...], ...]:
        """Return the indexes of addresses of one company by premises, in order of first appearance."""
        from crmdesk.models.addresses import group_premises, parse_address

        return tuple(tuple(members) for members in group_premises([parse_address(text) for text in texts]))


def _parts(parsed: "ParsedAddress") -> Iterator[AddressPart]:
    for name, part in parsed.parts.items():
        yield AddressPart(name, part.text, part.name or part.text, part.code, part.inferred, part.start, part.end)


def _reason(reason: "Reason") -> AddressReason:
    return AddressReason(reason.template, reason.params)
