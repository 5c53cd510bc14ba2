"""What an address is made of: parts with their place in the text as typed, and what was added to it."""

from typing import Final, NamedTuple

PART_NAMES: Final = (
    *("country", "province", "city", "district", "town", "zone", "community"),
    *("road", "section", "number", "lane", "lane_number", "cross_road", "position"),
    *("compound", "building", "entrance", "floor", "room", "postcode"),
)
"""Every part an address can have, from large to small; the postcode last."""


class Part(NamedTuple):
    """One part of an address.

    A tuple, because twenty thousand addresses a second make ten of them each (docs/addresses.md).

    Attributes:
        text: as written; of an inferred part its official name.
        code: of a division its code (GB/T 2260, of a town nine digits), of a country ISO 3166-1 alpha-2, else None.
        inferred: not written, but following from what is written.
        start, end: where it stands in the text as typed; −1 when it is not written there.
        name: of a division its official name today, else the text.
    """

    text: str
    code: str | None = None
    inferred: bool = False
    start: int = -1
    end: int = -1
    name: str = ""

    @classmethod
    def written(cls, text: str, start: int, end: int, name: str = "", code: str | None = None) -> "Part":
        """Return the part that stands at a place of a text."""
        found = text[start:end]
        return cls(found, code, inferred=False, start=start, end=end, name=name or found)

    @classmethod
    def known(cls, name: str, code: str | None, *, inferred: bool, text: str = "") -> "Part":
        """Return a part that is not written: `inferred`, or said by a field of its own."""
        return cls(text or name, code, inferred=inferred, name=name)


class ParsedAddress(NamedTuple):
    """An address taken apart; what is neither written nor follows is None.

    Attributes:
        text: as typed, always.
        zone: a development zone, industrial park or bonded area that stands where a division would.
        community: village or neighbourhood.
        number: of the house in its road, lane (弄) included; where there is no road, in its village or compound.
        section: of a long road (三段, 东段).
        lane, lane_number: a road off the road, and the number in it, where the road itself has none (德胜街桃源路258号).
        cross_road: the other road of a corner (与…交叉口). position: where at the road (东侧, 对面), when it has no number.
        compound: named building, market, park or estate.
        building: 栋, 幢, 座, 号楼 within it. entrance: 单元.
    """

    text: str
    country: Part | None = None
    province: Part | None = None
    city: Part | None = None
    district: Part | None = None
    town: Part | None = None
    zone: Part | None = None
    community: Part | None = None
    road: Part | None = None
    number: Part | None = None
    section: Part | None = None
    lane: Part | None = None
    lane_number: Part | None = None
    cross_road: Part | None = None
    position: Part | None = None
    compound: Part | None = None
    building: Part | None = None
    entrance: Part | None = None
    floor: Part | None = None
    room: Part | None = None
    postcode: Part | None = None

    @property
    def parts(self) -> dict[str, Part]:
        """The parts that are known, by name, from large to small."""
        return {name: part for name in PART_NAMES if (part := getattr(self, name)) is not None}

    @property
    def inferred(self) -> tuple[str, ...]:
        """Names of the parts that are not written but follow."""
        return tuple(name for name, part in self.parts.items() if part.inferred)

    @property
    def division_code(self) -> str | None:
        """Code of the smallest division that is known."""
        for part in (self.town, self.district, self.city, self.province):
            if part is not None and part.code:
                return part.code
        return None
