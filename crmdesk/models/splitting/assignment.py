"""Where each child of an account belongs: by its own address, its contact, a place its text names, its date – in this order."""

import bisect
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from crmdesk.models.splitting import reasons
from crmdesk.models.splitting.known_addresses import KnownAddress
from crmdesk.models.splitting.reasons import Reason

_NEAR: Final = timedelta(days=92)
"""A neighbour further away says nothing of a day."""
_LEAST_OF_PERIOD: Final = 2
"""Dated children that make a period of a site."""
_MOST_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Child:
    """A row that hangs on the account.

    Attributes:
        kind: its table. id, name: what it is called in a list.
        addresses: its own, or of a position its person's, in the order they count.
        texts: its free texts. contact: id of the person it is about. day: when it happened or began.
        places_contact: whether it is what says where a person works.
    """

    kind: str
    id: str
    name: str
    addresses: tuple[KnownAddress, ...] = ()
    text_addresses: tuple[KnownAddress, ...] = ()
    texts: str = ""
    contact: str | None = None
    day: date | None = None
    places_contact: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The site a child goes to, and why."""

    site: str
    reason: Reason


SiteOf = Callable[[KnownAddress], str | None]
"""The site that stands at an address, None for an address that is no site."""


class Assignment:
    """Assigns the children of one account.

    Args:
        head: the site everything hangs on; what nothing speaks for stays there.
        site_of: see `SiteOf`.
        words: site → words that mean it, each with how surely.
        people: contact → name.
    """

    def __init__(self, head: str, site_of: SiteOf, words: Mapping[str, Mapping[str, float]], people: Mapping[str, str]) -> None:
        self._head = head
        self._site_of = site_of
        self._people = people
        self._words = _only_of_one(words)
        self._longest_first = sorted(self._words, key=len, reverse=True)
        self._works_at: dict[str, set[tuple[str, float]]] = defaultdict(set)

    def assign(self, children: Sequence[Child]) -> list[Verdict]:
        """Return a verdict for each child, in their order."""
        found: dict[int, Verdict] = {}
        for number in sorted(range(len(children)), key=lambda index: not children[index].places_contact):
            child = children[number]
            verdict = self._by_address(child) or self._by_contact(child) or self._by_text(child)
            if verdict is None:
                continue
            found[number] = verdict
            if child.places_contact and child.contact is not None:
                self._works_at[child.contact].add((verdict.site, verdict.reason.sureness))
        self._by_day(children, found)
        return [found.get(number) or Verdict(self._head, self._why_it_stays(child)) for number, child in enumerate(children)]

    def _by_address(self, child: Child) -> Verdict | None:
        for known in child.addresses:
            site = self._site_of(known)
            if site is not None:
                if child.places_contact:
                    return Verdict(site, reasons.mail_address(self._people.get(child.contact or "", child.name), known.text))
                return Verdict(site, reasons.own_address(known.text))
        if child.places_contact:  # where somebody gets his mail says nothing when it is a postbox
            return None
        for known in child.addresses:
            if known.is_postbox:
                return Verdict(self._head, reasons.postbox(known.text))
            if known.is_for_paper:
                return Verdict(self._head, reasons.not_a_site(known.text))
        return None

    def _by_contact(self, child: Child) -> Verdict | None:
        if child.places_contact or child.contact is None:
            return None
        sites = self._works_at.get(child.contact, set())
        if len({site for site, _ in sites}) != 1:
            return None
        site, sureness = max(sites, key=lambda item: item[1])
        return Verdict(site, reasons.of_contact(self._people.get(child.contact, ""), sureness))

    def _by_text(self, child: Child) -> Verdict | None:
        sites = {site: known.text for known in child.text_addresses if (site := self._site_of(known)) is not None}
        if len(sites) == 1:
            ((site, address),) = sites.items()
            return Verdict(site, reasons.address_in_text(address))
        if child.text_addresses and not sites:
            return Verdict(self._head, reasons.address_of_no_site(child.text_addresses[0].text))
        named = self._named(" ".join((child.texts, *(known.text for known in child.addresses))))
        if len({site for site, _ in named.values()}) != 1:
            return None
        word, (site, sureness) = max(named.items(), key=lambda item: (item[1][1], len(item[0])))
        return Verdict(site, reasons.place_in_text(word, sureness))

    def _named(self, text: str) -> dict[str, tuple[str, float]]:
        """Return the words a text says; of two that overlap the longer one. A pattern of them all would cost more to build."""
        found = {}
        folded = text.casefold()
        for word in self._longest_first:
            at = folded.find(word)
            if at >= 0 and (not word.isascii() or _is_word(folded, at, at + len(word))):
                found[text[at : at + len(word)]] = self._words[word]
                folded = folded.replace(word, "\0" * len(word))
        return found

    def _why_it_stays(self, child: Child) -> Reason:
        named = self._named(child.texts)
        if len({site for site, _ in named.values()}) > 1:
            return reasons.several(", ".join(list(named)[:_MOST_WORDS]))
        return reasons.STAYS

    def _by_day(self, children: Sequence[Child], found: dict[int, Verdict]) -> None:
        """Place what has nothing but a date, by what is placed already."""
        dated = sorted((day, verdict.site) for number, verdict in found.items() if (day := children[number].day) is not None)
        periods: dict[str, list[date]] = defaultdict(list)
        for day, site in dated:
            periods[site].append(day)
        known = {site: (days[0], days[-1]) for site, days in periods.items() if len(days) >= _LEAST_OF_PERIOD}
        days = [day for day, _ in dated]
        for number, child in enumerate(children):
            if number in found or child.day is None or self._named(child.texts):
                continue
            at = bisect.bisect_left(days, child.day)
            before = dated[at - 1] if at > 0 else None
            after = dated[at] if at < len(dated) else None
            if (
                before is not None
                and after is not None
                and before[1] == after[1]
                and child.day - before[0] <= _NEAR
                and after[0] - child.day <= _NEAR
            ):
                found[number] = Verdict(before[1], reasons.between(child.day.isoformat()))
                continue
            covering = [site for site, (first, last) in known.items() if first <= child.day <= last]
            if len(covering) == 1:
                found[number] = Verdict(covering[0], reasons.in_period(child.day.isoformat()))


def _only_of_one(words: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[str, float]]:
    """Return the words that mean one site alone, folded."""
    sites: dict[str, dict[str, float]] = defaultdict(dict)
    for site, own in words.items():
        for word, sureness in own.items():
            sites[word.casefold()][site] = sureness
    return {word: next(iter(of.items())) for word, of in sites.items() if len(of) == 1}


def _is_word(text: str, start: int, end: int) -> bool:
    """Return whether Latin letters stand as a word of their own."""
    return not (text[start - 1 : start].isascii() and text[start - 1 : start].isalnum()) and not (
        text[end : end + 1].isascii() and text[end : end + 1].isalnum()
    )
