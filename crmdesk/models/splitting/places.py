"""Which places the addresses of one account are, and which of them is a site of its own (`facts.md` §1.1–1.5)."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.models.addresses import ParsedAddress, Part, Premises, PremisesKind, compare_premises, group_premises
from crmdesk.models.splitting import reasons
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress
from crmdesk.models.splitting.reasons import Reason

_REGIONS: Final = ("country", "province", "city", "district")
_LOOSE: Final = " \t,，、;；.。-–—"


@unique
class SiteOrigin(StrEnum):
    """What a site of a plan is."""

    HEAD = "head"  # the account that is split
    EXISTING = "existing"  # a site its company has already, or gets from another account of the plan
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Ground:
    """One address that speaks for a site, and why it is the same premises as the first one; None for the first."""

    address: KnownAddress
    reason: Reason | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A floor or room inside premises that have several (`facts.md` §1.2)."""

    name: str
    floor: str | None
    room: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Addresses that mean the same premises, the one that says most first.

    Attributes:
        has_own: whether the account's own address is among them.
        makes_site: whether somebody works or receives goods there: bills and letters alone make no site.
    """

    addresses: tuple[KnownAddress, ...]
    premises: Premises
    has_own: bool
    makes_site: bool

    @property
    def address(self) -> KnownAddress:
        """The address the site is given."""
        return self.addresses[0]

    @property
    def parsed(self) -> ParsedAddress:
        """Its parts."""
        return self.address.parsed()

    @property
    def is_weak(self) -> bool:
        """Whether only texts name it, or neither a road number nor a building is known."""
        return self.premises.kind is PremisesKind.LINE or all(known.origin is AddressOrigin.TEXT for known in self.addresses)

    def grounds(self) -> tuple[Ground, ...]:
        """Return every address, each with why it is the same place as the first."""
        first = self.parsed
        found = [Ground(self.address, None)]
        for known in self.addresses[1:]:
            why = compare_premises(first, known.parsed()).reason
            found.append(Ground(known, Reason(why.template, dict(why.params), context="premises")))
        return tuple(found)

    def units(self) -> tuple[Unit, ...]:
        """Return the floors and rooms, when there are several."""
        found: dict[tuple[str, str], Unit] = {}
        for known in self.addresses:
            parsed = known.parsed()
            floor, room = _text(parsed.floor), _text(parsed.room)
            if floor or room:
                name = f"{floor} {room}" if floor.isascii() and floor and room else f"{floor}{room}"
                found.setdefault((floor, room), Unit(name, floor or None, room or None))
        floors = {floor for floor, room in found if room}
        for floor in floors:  # 11楼 beside 11楼1105室 says nothing more
            found.pop((floor, ""), None)
        return tuple(found.values()) if len(found) > 1 else ()


def group_places(addresses: Sequence[KnownAddress]) -> tuple[Place, ...]:
    """Return the places, in the order they were first named; an address without premises is left out."""
    known = [(address, address.parsed()) for address in addresses]
    places = []
    for members in group_premises([parsed for _, parsed in known]):
        group = sorted((known[index][0] for index in members), key=_rank)
        premises = group[0].premises()
        if premises.kind is PremisesKind.NONE:
            continue
        has_own = any(address.origin is AddressOrigin.OWN for address in group)
        places.append(Place(tuple(group), premises, has_own, _makes_site(group)))
    return tuple(places)


def _makes_site(group: Sequence[KnownAddress]) -> bool:
    """Return whether addresses of one place make a site: bills and letters do not, nor does one text that says nothing of the place."""
    places = [address for address in group if not address.is_for_paper]
    if not places or any(address.is_postbox for address in group):
        return False
    if all(address.origin is AddressOrigin.TEXT for address in places):
        return len({address.source for address in places}) > 1 or bool(_kind_of(places)[0])
    return True


def _rank(address: KnownAddress) -> tuple[int, int, int]:
    """The account's own address first, then the one with most divisions, then the strongest origin."""
    parsed = address.parsed()
    divisions = sum(1 for part in (parsed.province, parsed.city, parsed.district) if part is not None)
    return (address.origin is not AddressOrigin.OWN, -divisions, list(AddressOrigin).index(address.origin))


def why_apart(place: Place, head: KnownAddress | None) -> Reason:
    """Return why a place is a site of its own."""
    if place.is_weak and place.premises.kind is not PremisesKind.LINE:
        return reasons.FROM_TEXT_ONLY
    if head is None:
        return Reason(place.premises.reasons[0].template, dict(place.premises.reasons[0].params), context="premises")
    why = compare_premises(head.parsed(), place.parsed)
    return Reason(why.reason.template, dict(why.reason.params), 0.55 if place.is_weak or why.same is None else 0.95, "premises")


def address_columns(known: KnownAddress) -> dict[str, str]:
    """Return the columns of a site at an address, and the text as typed; divisions that follow are filled in."""
    parsed = known.parsed()
    columns = {}
    for name in _REGIONS:
        part: Part | None = getattr(parsed, name)
        given = getattr(known, name)
        if given:
            columns[name] = given
        elif part is not None:
            columns[name] = (part.code or part.name) if name == "country" else part.name
    if len(columns.get("country", "")) != 2:
        columns.pop("country", None)
    postcode = known.postcode or _text(parsed.postcode)
    if postcode:
        columns["postcode"] = postcode
    columns["street"] = _street(parsed)
    columns["address_text"] = known.text
    return {name: text for name, text in columns.items() if text}


def _street(parsed: ParsedAddress) -> str:
    """Return the text without the divisions and the postcode at its ends; 中国(上海)自由贸易试验区 keeps what is inside it."""
    spans = sorted(
        (part.start, part.end)
        for name in (*_REGIONS, "postcode")
        if (part := getattr(parsed, name)) is not None and part.start >= 0
    )
    text, start, stop = parsed.text, 0, len(parsed.text)
    for first, last in spans:
        if not text[start:first].strip(_LOOSE):
            start = max(start, last)
    for first, last in reversed(spans):
        if first >= start and not text[last:stop].strip(_LOOSE):
            stop = min(stop, first)
    return text[start:stop].strip(_LOOSE) or text


_KINDS: Final[tuple[tuple[str, str], ...]] = (
    (r"物流(?:中心|园)?|配送中心|分拨中心|logistics|distribution cent(?:er|re)", "logistics"),
    (
        r"(?:(?<![一二三四五六七八九十\d])(?:[一二三四五六七八九十]|\d{1,2})号)?(?:仓库|倉庫|库房|仓储)|warehouse|depot",
        "warehouse",
    ),
    (r"办事处|辦事處|代表处|代表處|联络处|representative office", "representative"),
    (r"(?:生产)?(?:工厂|工廠|厂房|廠房|厂区|制造厂|分厂|车间|基地)|plant\b|factory|works\b", "factory"),
    (r"总部|總部|总公司|總公司|headquarters?|head office|\bHQ\b", "headquarters"),
    (r"分公司|分行|branch(?: office)?", "branch"),
    (r"实验室|實驗室|研发中心|研发部|laborator(?:y|ies)|\blab\b|R&D", "lab"),
    (r"数据中心|機房|机房|data cent(?:er|re)", "data-centre"),
    (r"工地|项目部|construction site|job site", "construction-site"),
    (r"门店|門市|专卖店|旗舰店|展厅|商店|分店|(?<!酒)店(?=$|[\s,，。)）])|store\b|shop\b|showroom", "store"),
    (r"服务(?:中心|站|网点)|维修站|service (?:cent(?:er|re)|point)", "service-point"),
    (r"办公室|辦公室|写字楼|\boffice\b", "office"),
)
KIND_STEMS: Final[dict[str, tuple[str, ...]]] = {
    "logistics": ("物流", "配送"),
    "warehouse": ("仓库", "倉庫", "warehouse"),
    "representative": ("办事处", "辦事處"),
    "factory": ("工厂", "工廠", "车间", "厂区", "factory", "plant"),
    "headquarters": ("总部", "總部", "headquarters"),
    "lab": ("实验室", "研发中心"),
    "data-centre": ("机房", "数据中心", "data centre", "data center"),
    "construction-site": ("工地", "项目部"),
    "store": ("门店", "門市", "展厅", "showroom"),
}
"""Words a text uses for a kind of place: they mean a site when it is the only one of its kind."""
_KIND_WORDS: Final = tuple((re.compile(pattern, re.IGNORECASE), code) for pattern, code in _KINDS)


def kind_of_place(place: Place) -> tuple[str, str]:
    """Return (code of a term, the word it was told by) of the kind of place, empty when the words do not tell."""
    return _kind_of(place.addresses)


def _kind_of(addresses: Sequence[KnownAddress]) -> tuple[str, str]:
    for known in addresses:
        tail = known.text if known.origin is not AddressOrigin.TEXT else known.text[-12:]
        for text in (known.hint, tail):
            for pattern, code in _KIND_WORDS if text else ():
                if (match := pattern.search(text)) is not None:
                    return code, match[0]
    return "", ""


def place_name(place: Place, word: str, home: str, short: Callable[[str], str], taken: Callable[[str], bool]) -> str:
    """Return what tells a place from the company's others: its town and kind (浦东仓库), with road and number only when needed.

    Args:
        place: what is to be named.
        word: the word for its kind, may be empty.
        home: the city of the account; a place elsewhere is called by its own city first.
        short: drops the kind of a division.
        taken: whether a name is in use.
    """
    parsed = place.parsed
    town = town_of(parsed, home, short)
    road = _text(parsed.road)
    compound = _text(parsed.compound) if place.premises.kind is PremisesKind.COMPOUND else ""
    steps: tuple[tuple[str, ...], ...] = (
        (town, word),
        (town, compound or road, word),
        (town, place.premises.place, word),
        (place.address.text,),
    )
    if not town:
        steps = ((compound or road, word) if compound or road else (place.premises.place,), *steps[2:])
    names = [_joined(step) for step in steps]
    return next((name for name in names if name and not taken(name)), names[-1])


def town_of(parsed: ParsedAddress, home: str, short: Callable[[str], str]) -> str:
    """Return 浦东 for a place in the account's own city, 北京朝阳 for one elsewhere; 昆山 and 苏州工业园 are known by themselves."""
    district, city = parsed.district, parsed.city or parsed.province
    if district is None or city is None:
        part = district or city
        return "" if part is None else short(_name(part))
    own, above = short(_name(district)), short(_name(city))
    if _name(district).endswith(("市", "县", "旗")) or _name(city) == home or own.startswith(above):
        return own
    return _joined((above, own))


def _joined(parts: Sequence[str]) -> str:
    kept = [part for part in parts if part]
    if all(part.isascii() for part in kept):
        return " ".join(kept)
    name = ""
    for part in kept:
        if part not in name:
            name += part
    return name


def place_words(place: Place | None, names: Mapping[str, float], short: Callable[[str], str]) -> dict[str, float]:
    """Return the words that mean a place in a text, each with how surely; `names` are its site's own."""
    words: dict[str, float] = {}
    if place is not None:
        for known in place.addresses:
            parsed = known.parsed()
            for name, sureness in (
                ("city", 0.6),
                ("district", 0.7),
                ("town", 0.75),
                ("zone", 0.75),
                ("compound", 0.8),
                ("road", 0.8),
            ):
                part: Part | None = getattr(parsed, name)
                if part is None:
                    continue
                for word in {part.name, _text(part), short(part.name)}:
                    words[word] = max(words.get(word, 0.0), sureness)
            if (number := _text(parsed.number)).endswith(("号", "號", "弄")):
                words[number] = 0.65
    words.update(names)
    return {word: sureness for word, sureness in words.items() if len(word) >= (2 if not word.isascii() else 4)}


def _text(part: Part | None) -> str:
    return "" if part is None else part.text


def _name(part: Part) -> str:
    return part.name or part.text
