"""Which of a store's own records the centre may have already: by code, credit code, premises, and by what speaks for two being one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching import DEFAULT_THRESHOLD, compare_prepared, prepared
from crmdesk.models.matching.people import Person, compare_people
from crmdesk.services.duplicate_search import search_between
from crmdesk.storage import first_connection_rows as rows
from crmdesk.storage.duplicate_rows import living_with_ids
from crmdesk.storage.store import Store

Progress = Callable[[float], None]
"""Told the share done, 0 … 1; may raise to stop."""

_MOST_OF_ONE: Final = 5
"""The centre's records that are proposed for one of ours."""
_CERTAIN: Final = 0.99
_SITE_CERTAIN: Final = 0.97


@unique
class Why(StrEnum):
    """What two records were found by, the surest first."""

    CREDIT_CODE = "credit_code"
    PREMISES = "premises"
    CODE = "code"
    ALIKE = "alike"
    PERSON = "person"


WHY_LABELS: Final = {
    Why.CREDIT_CODE: QT_TRANSLATE_NOOP("first_connection", "Same credit code"),
    Why.PREMISES: QT_TRANSLATE_NOOP("first_connection", "Same company, same address"),
    Why.CODE: QT_TRANSLATE_NOOP("first_connection", "Same customer code"),
    Why.ALIKE: QT_TRANSLATE_NOOP("first_connection", "Alike"),
    Why.PERSON: QT_TRANSLATE_NOOP("first_connection", "Name and contact"),
}
"""English labels, translation context `first_connection`."""


@dataclass(frozen=True, slots=True)
class Match:
    """One of the store's own records and one of the centre's that may be the same; `score` 0 … 1."""

    kind: RecordKind
    mine: str
    theirs: str
    why: Why
    score: float

    @property
    def key(self) -> str:
        """What names the pair."""
        return f"{self.kind.value}:{self.mine}:{self.theirs}"

    def to_json(self) -> list[Any]:
        """Return what `from_json` reads."""
        return [self.kind.value, self.mine, self.theirs, self.why.value, round(self.score, 4)]

    @classmethod
    def from_json(cls, shape: list[Any]) -> "Match":
        """Return the match."""
        return cls(RecordKind(shape[0]), shape[1], shape[2], Why(shape[3]), float(shape[4]))


def find_matches(store: Store, progress: Progress) -> tuple[Match, ...]:
    """Compare the store's own records with those that came from the centre; companies first, the surest first.

    Much Python where the store is large: run it in a process of its own beside a window.

    Raises:
        Whatever `progress` raises.
    """
    companies = _of_kind(store, RecordKind.COMPANY, lambda share: progress(share / 2), ())
    probable = [(match.mine, match.theirs) for match in companies if match.score >= DEFAULT_THRESHOLD]
    sites = _of_kind(store, RecordKind.SITE, lambda share: progress(0.5 + share / 2), probable)
    return (*companies, *sites)


def match_people(connection: Connection) -> list[Match]:
    """Return who of the people at sites that became one may be one person, the surest first.

    Nothing to search for long: it is asked whenever the list is shown, so that people come with the merge of their sites and go
    with its undo.
    """
    found = []
    for mine, theirs in rows.people_at_merged_sites(connection):
        likeness = compare_people(Person(*mine[1:]), Person(*theirs[1:]))
        if likeness is not None:
            found.append(Match(RecordKind.CONTACT, mine[0], theirs[0], Why.PERSON, likeness.score))
    return _few_of_each(found)


def _of_kind(store: Store, kind: RecordKind, progress: Progress, companies: Iterable[tuple[str, str]]) -> list[Match]:
    with store.read() as connection:
        ours = rows.own_numbers(connection, kind)
    found = search_between(store, kind, progress, ours) if ours else ()
    with store.read() as connection:
        numbers = rows.ids_of(connection, kind, {n for pair in found for n in (pair.left, pair.right)})
        alike = {
            (numbers[mine], numbers[theirs]): pair.score
            for pair in found
            for mine, theirs in [(pair.left, pair.right) if pair.left in ours else (pair.right, pair.left)]
            if mine in numbers and theirs in numbers
        }
        codes = rows.same_value(connection, kind, "code")
        credit = rows.same_value(connection, kind, "credit_code")
        premises = rows.same_premises(connection, companies) if kind is RecordKind.SITE else []
        scores = _scores(connection, kind, [pair for pair in (*codes, *credit, *premises) if pair not in alike]) | alike
    made: dict[tuple[str, str], Match] = {}
    for why, pairs, least in (
        (Why.CREDIT_CODE, credit, _CERTAIN if kind is RecordKind.COMPANY else 0.0),
        (Why.PREMISES, premises, _SITE_CERTAIN),
        (Why.CODE, codes, 0.0),
        (Why.ALIKE, list(alike), 0.0),
    ):
        for pair in pairs:
            made.setdefault(pair, Match(kind, *pair, why, max(scores.get(pair, 0.0), least)))
    return _few_of_each(made.values())


def _scores(connection: Connection, kind: RecordKind, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Return how likely pairs are one by what else is known of them: a code alone may have been given twice."""
    known = {row.id: row for row in living_with_ids(connection, kind, {one for pair in pairs for one in pair})}
    ready = {id_: prepared(row.candidate) for id_, row in known.items()}
    return {
        (mine, theirs): compare_prepared(ready[mine], ready[theirs]).score
        for mine, theirs in pairs
        if mine in ready and theirs in ready
    }


def _few_of_each(matches: Iterable[Match]) -> list[Match]:
    ranked = sorted(matches, key=lambda match: (-match.score, list(Why).index(match.why), match.mine, match.theirs))
    seen: dict[str, int] = {}
    kept = []
    for match in ranked:
        seen[match.mine] = seen.get(match.mine, 0) + 1
        if seen[match.mine] <= _MOST_OF_ONE:
            kept.append(match)
    return kept
