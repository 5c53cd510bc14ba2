"""Making the plan of one account from what was read: its places, the sites for them, and where everything goes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from crmdesk.models.company_names import short_name, short_place
from crmdesk.models.customer_codes import candidates, suggest_company_code, suggest_site_code
from crmdesk.models.splitting import reasons
from crmdesk.models.splitting.assignment import Assignment, Child
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress, addresses_in_text
from crmdesk.models.splitting.places import (
    KIND_STEMS,
    Place,
    SiteOrigin,
    address_columns,
    group_places,
    kind_of_place,
    place_name,
    place_words,
    town_of,
    why_apart,
)
from crmdesk.services.splitting.plan import NEW, PlannedChild, PlannedSite, SplitAccount
from crmdesk.services.splitting.premises_index import PremisesIndex
from crmdesk.services.splitting.reading import (
    PLACES_CONTACT,
    Neighbours,
    Person,
    RawAccount,
    RawChild,
    codes_of_family,
    shortened,
)

_DASH = " – "
_KIND_SURENESS = 0.62
_NAME_SURENESS = 0.75


@dataclass(slots=True)
class Proposer:
    """Proposes one account after another; remembers the codes and sites it has proposed already.

    Attributes:
        kinds: codes of kinds of place that may be given.
    """

    connection: Connection
    kinds: frozenset[str]
    _families: dict[str, set[str]] = field(default_factory=dict)
    _proposed: dict[str, PremisesIndex[PlannedSite]] = field(default_factory=lambda: defaultdict(PremisesIndex))
    _names: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def propose(self, raw: RawAccount, people: Mapping[str, Person], neighbours: Neighbours) -> SplitAccount | None:
        """Return what would become of an account, None when all of it is one place."""
        own = raw.own_addresses()
        in_texts = {
            child.id: tuple(
                KnownAddress(text, AddressOrigin.TEXT, (child.hanging.table, child.id), hint=clause)
                for text, clause in addresses_in_text(child.texts)
            )
            for child in raw.children
            if child.texts
        }
        mine = {contact: people[contact] for contact in _workers(raw) if contact in people}
        addresses = [
            *own,
            *(known for child in raw.children for known in child.addresses),
            *(known for person in mine.values() for known in person.addresses),
            *(known for found in in_texts.values() for known in found),
        ]
        if len({known.text for known in addresses}) < 2 and not (addresses and not own):
            return None
        places = group_places(addresses)
        sites, site_at = self._sites(raw, own, places, neighbours)
        if len(sites) < 2:
            return None
        words = self._words(raw, sites, site_at)
        names = {contact: person.name for contact, person in people.items()}
        assignment = Assignment(raw.id, lambda known: site_at.get(known, (None, None))[0], words, names)
        children = [
            Child(
                child.hanging.table,
                child.id,
                child.name,
                _addresses(child, people),
                in_texts.get(child.id, ()),
                child.texts,
                child.contact,
                child.day,
                child.hanging.table == PLACES_CONTACT,
            )
            for child in raw.children
        ]
        verdicts = assignment.assign(children)
        planned = tuple(
            PlannedChild(
                child.hanging.table,
                child.hanging.column,
                child.id,
                shortened(child.name),
                verdict.site,
                verdict.reason,
                child.contact,
                shortened(child.texts),
            )
            for child, verdict in zip(raw.children, verdicts, strict=True)
        )
        row = raw.row
        account = SplitAccount(raw.id, row["name"], row["code"], row["company_id"], row["company"], tuple(sites), planned)
        return account if account.new_sites or account.moving else None

    def _sites(
        self, raw: RawAccount, own: tuple[KnownAddress, ...], places: Iterable[Place], neighbours: Neighbours
    ) -> tuple[list[PlannedSite], dict[KnownAddress, tuple[str, Place]]]:
        """Return the sites, the account's own first, and which of them stands at each address."""
        places = list(places)
        head = next((place for place in places if place.has_own), None)
        takes_first = head is None and not any(known.premises().key for known in own)
        if takes_first:
            head = _first_address(places)
        sites = [self._head(raw, own, head, takes_first=takes_first)]
        site_at: dict[KnownAddress, tuple[str, Place]] = {}
        if head is not None:
            site_at.update((known, (raw.id, head)) for known in head.addresses)
        for place in places:
            if place is head:
                continue
            site = self._existing(raw, place, neighbours)
            if site is None and place.makes_site and place.premises.key:
                site = self._new(raw, place, head, neighbours)
            if site is None:
                continue
            if all(item.key != site.key for item in sites):
                sites.append(site)
            site_at.update((known, (site.key, place)) for known in place.addresses)
        return sites, site_at

    def _head(self, raw: RawAccount, own: tuple[KnownAddress, ...], place: Place | None, *, takes_first: bool) -> PlannedSite:
        row = raw.row
        columns: dict[str, str] = {}
        if place is not None and takes_first:
            columns = address_columns(place.address)
        elif len(own) > 1:  # its field holds several addresses: the first is its own, all of them stay as typed
            columns = {"street": own[0].text, "address_text": row["address_text"] or row["street"]}
            if not any(row[name] for name in ("province", "city", "district")):
                columns = {**address_columns(own[0]), "address_text": columns["address_text"]}
        return PlannedSite(
            key=raw.id,
            origin=SiteOrigin.HEAD,
            name=row["name"],
            code=row["code"],
            place_kind=None,
            address=place.address.text if place is not None else next((known.text for known in own), ""),
            why=reasons.NO_OWN_ADDRESS if takes_first and place is not None else reasons.OWN_ADDRESS,
            columns={name: text for name, text in columns.items() if text != row.get(name)},
            grounds=place.grounds() if place is not None else (),
            units=place.units() if place is not None else (),
        )

    def _existing(self, raw: RawAccount, place: Place, neighbours: Neighbours) -> PlannedSite | None:
        key = place.premises.key or ""
        stored = neighbours.premises.find(key)
        if stored is not None and stored[0] != raw.id:
            site, name, code, address = stored
            return PlannedSite(site, SiteOrigin.EXISTING, name, code, None, address, reasons.STANDS_ALREADY, {}, place.grounds())
        proposed = self._proposed[str(raw.row["company_id"])].find(key)
        if proposed is None:
            return None
        return PlannedSite(
            proposed.key,
            SiteOrigin.EXISTING,
            proposed.name,
            proposed.code,
            proposed.place_kind,
            proposed.address,
            reasons.STANDS_ALREADY,
            proposed.columns,
            place.grounds(),
        )

    def _new(self, raw: RawAccount, place: Place, head: Place | None, neighbours: Neighbours) -> PlannedSite:
        row = raw.row
        kind, word = kind_of_place(place)
        company = short_name(row["company"])
        taken = self._names[row["company_id"]]
        home = _home(head)
        here = "" if head is None else town_of(head.parsed, home, short_place)  # the account's own town alone tells nothing

        def is_taken(name: str) -> bool:
            full = f"{company}{_DASH}{name}"
            return name == here or full in taken or full in neighbours.names

        label = place_name(place, word, home, short_place, is_taken)
        name = f"{company}{_DASH}{label}"[:400]
        taken.add(name)
        columns = address_columns(place.address)
        towns = [short_place(columns[part]) for part in ("city", "district") if columns.get(part)]
        code = self._free_code(
            suggest_site_code(row["company_code"] or suggest_company_code(row["company"]), *(towns or [label]), word)
        )
        site = PlannedSite(
            f"{NEW}{raw.id}:{place.premises.key}",
            SiteOrigin.NEW,
            name,
            code,
            kind if kind in self.kinds else None,
            place.address.text,
            why_apart(place, None if head is None else head.address),
            columns,
            place.grounds(),
            place.units(),
        )
        self._proposed[row["company_id"]].add(place.premises.key or "", site)
        return site

    def _free_code(self, base: str) -> str:
        family = base.partition("-")[0]
        if family not in self._families:
            self._families[family] = codes_of_family(self.connection, family)
        taken = self._families[family]
        code = next(code for code in candidates(base) if code not in taken)
        taken.add(code)
        return code

    def _words(
        self, raw: RawAccount, sites: Iterable[PlannedSite], site_at: Mapping[KnownAddress, tuple[str, Place]]
    ) -> dict[str, dict[str, float]]:
        places = dict(site_at.values())
        found = {}
        for site in sites:
            place = places.get(site.key)
            kind, word = kind_of_place(place) if place is not None else ("", "")
            names = dict.fromkeys((word, *KIND_STEMS.get(kind, ())), _KIND_SURENESS)
            own = site.name.rpartition(_DASH)[2]
            if own != raw.row["company"]:
                names[own] = _NAME_SURENESS
            found[site.key] = place_words(place, names, short_place)
        return found


def _home(head: Place | None) -> str:
    city = None if head is None else head.parsed.city or head.parsed.province
    return "" if city is None else city.name or city.text


def _workers(raw: RawAccount) -> list[str]:
    return list(dict.fromkeys(child.contact for child in raw.children if child.hanging.table == PLACES_CONTACT and child.contact))


def _addresses(child: RawChild, people: Mapping[str, Person]) -> tuple[KnownAddress, ...]:
    if child.hanging.table == PLACES_CONTACT and child.contact is not None and child.contact in people:
        return people[child.contact].addresses
    return child.addresses


def _first_address(places: Iterable[Place]) -> Place | None:
    """Return the place that an account without an address takes: one with a further address rather than a text's."""
    fit = [place for place in places if not all(known.is_postbox for known in place.addresses) and not place.is_weak]
    return fit[0] if fit else None
