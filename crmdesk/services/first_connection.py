"""The first connection of a store that already has data: what the centre has as well is found, a person decides, then all is sent.

The first exchange only pulls (`sync.first_connection`). What was found waits in the store (`sync_ctl`, `first_connection`) until the
person is done; nothing is sent before. *The same* merges the store's own record into the centre's, filling only what is empty there; other values of the
centre change only where they were chosen, and then as ordinary edits.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError
from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import ActionKind, RecordKind
from crmdesk.models.matching import Reason, compare_prepared, prepared
from crmdesk.models.matching.people import Person, compare_people
from crmdesk.models.merging import Why as WhyTaken
from crmdesk.models.pair_verdict import pair as in_order
from crmdesk.services.duplicate_groups import Confidence, confidence_of
from crmdesk.services.duplicates import DuplicateService
from crmdesk.services.first_matches import Match, Progress, find_matches, match_people
from crmdesk.services.merging import Merged, MergePreview, MergeRow, MergeService
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import exchange_progress
from crmdesk.storage import first_connection_rows as rows
from crmdesk.storage.duplicate_rows import living_with_ids
from crmdesk.storage.store import Store

_STATE: Final = "exchange_state"
_KEPT: Final = "first_connection"
_STAYS: Final = frozenset({"parent_id", "company_id", "kind", "legal_name", "name", "status"})
"""Choices of which the centre's is taken even where it is empty: no parent is the top of the tree, not a blank."""
_MOST_CODES: Final = 200


@unique
class State(StrEnum):
    """Where the first connection stands; a store without a word about it has none under way."""

    MATCHING = "matching"
    MATCHED = "matched"


class AlreadyDecided(CrmError):
    """One of the two records is not there any more as it was."""

    template = QT_TRANSLATE_NOOP("errors", "One of the two records was merged or deleted meanwhile. Look at the list again.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair to be decided on, with names and codes; `is_later`: it was put off."""

    match: Match
    mine: str
    theirs: str
    my_code: str
    their_code: str
    is_later: bool

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return confidence_of(self.match.score)


@dataclass(frozen=True, slots=True)
class Matching:
    """Everything that waits for the person.

    Attributes:
        proposals: for each own record the likeliest pair that is not decided on; companies first, people at sites that became one last,
            the surest first.
        decided: pairs of companies and sites decided so far.
        is_waiting: nothing is sent before the person is done; False: there is nothing to be done.
        codes: codes of own records that other records of the centre have, probable pairs left out.
    """

    proposals: tuple[Proposal, ...]
    decided: int
    codes: tuple[rows.CodeTaken, ...]
    is_waiting: bool = True


class FirstConnection:
    """Reads from any thread, commands on the writing lane, `search` in a process of its own."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def is_matching(self) -> bool:
        """Whether a person has still to look."""
        with self._store.read() as connection:
            return bool(exchange_progress.control(connection, _STATE) == State.MATCHING)

    def waiting(self) -> "Matching | None":
        """Return what waits for the person, None when nobody is waited for; one key is read then."""
        return self.matching() if self.is_matching else None

    def search(self, progress: Progress) -> int:
        """Find what the centre may have already and keep it for the person; return how many pairs.

        Raises:
            Whatever `progress` raises; nothing is kept then.
        """
        found = find_matches(self._store, progress)
        with self._store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            kept = {"matches": [match.to_json() for match in found], "later": []}
            values = {_KEPT: json.dumps(kept), _STATE: State.MATCHING.value}
            exchange_progress.set_control(uow.connection, values)
            uow.commit()
        return len(found)

    def matching(self) -> Matching:
        """Return what waits; pairs of which one is gone, or of which somebody said that they are two, wait no more."""
        with self._store.read() as connection:
            is_waiting = exchange_progress.control(connection, _STATE) == State.MATCHING
            matches, later = _kept(connection)
            if is_waiting:
                matches += match_people(connection)
            parted = rows.parted(connection)
            names = {
                kind: rows.named(connection, kind, {id_ for m in matches if m.kind is kind for id_ in (m.mine, m.theirs)})
                for kind in rows.MATCHED_KINDS
            }
            codes = tuple(rows.codes_taken(connection, _MOST_CODES))
        proposals: dict[str, Proposal] = {}
        decided = set()
        for match in matches:
            mine, theirs = names[match.kind].get(match.mine), names[match.kind].get(match.theirs)
            if mine is None or theirs is None or not mine.is_living:
                decided.add(match.mine)
            elif theirs.is_living and in_order(match.mine, match.theirs) not in parted:
                shown = Proposal(match, mine.name, theirs.name, mine.code, theirs.code, match.key in later)
                proposals.setdefault(match.mine, shown)
        same = {(one.match.mine, one.match.theirs) for one in proposals.values() if one.confidence is not Confidence.POSSIBLE}
        codes = tuple(one for one in codes if (one.id, one.other_id) not in same)
        decided |= {match.mine for match in matches if match.mine not in proposals}
        return Matching(tuple(proposals.values()), len(decided), codes if is_waiting else (), is_waiting=is_waiting)

    def preview(self, match: Match, choices: Mapping[str, str] | None = None, *, language: str = "zh_CN") -> MergePreview:
        """Return both side by side, the centre's first, and what would be taken; `choices` are those of `MergeService`.

        Raises:
            RecordNotFound: one of them is gone.
        """
        merging = MergeService(self._store)
        keys = _keys(match)
        plain = merging.preview(keys, keys[0], language=language)
        blanks = _only_blanks(plain)
        preview = merging.preview(keys, keys[0], {**blanks, **(choices or {})}, language=language)
        return replace(
            preview, rows=tuple(row if row.key in (choices or {}) else _explained(row, preview) for row in preview.rows)
        )

    def reasons(self, match: Match) -> tuple[Reason, ...]:
        """Return what speaks for and against the two being one, the weightiest first; nothing where one is gone."""
        if match.kind is RecordKind.CONTACT:
            return self._reasons_of_people(match)
        with self._store.read() as connection:
            known = {row.id: row for row in living_with_ids(connection, match.kind, (match.mine, match.theirs))}
        if len(known) < len(_keys(match)):
            return ()
        return compare_prepared(prepared(known[match.mine].candidate), prepared(known[match.theirs].candidate)).reasons

    def _reasons_of_people(self, match: Match) -> tuple[Reason, ...]:
        with self._store.read() as connection:
            one, other = (rows.person(connection, id_) for id_ in (match.mine, match.theirs))
        likeness = None if one is None or other is None else compare_people(Person(*one[1:]), Person(*other[1:]))
        return () if likeness is None else likeness.reasons

    def say_same(self, match: Match, choices: Mapping[str, str] | None = None, *, initiator: str = "") -> Merged:
        """Merge the store's own record into the centre's; undo takes it back as long as nothing was sent.

        Raises:
            AlreadyDecided: one of them was merged or deleted.
        """
        merging = MergeService(self._store)
        keys = _keys(match)
        with self._store.read() as connection:
            known = rows.named(connection, match.kind, (match.mine, match.theirs))
        if len(known) < len(keys) or not all(one.is_living for one in known.values()):
            raise AlreadyDecided
        taken = {**_only_blanks(merging.preview(keys, keys[0])), **(choices or {})}
        return merging.merge(keys, keys[0], taken, source="exchange", initiator=initiator)

    def say_all_same(
        self, matches: Sequence[Match], progress: Progress, *, initiator: str = ""
    ) -> tuple[Changes, tuple[Remark, ...]]:
        """Merge many, companies before sites before people; those decided meanwhile are passed over. Return what was touched and what to know.

        Raises:
            Whatever `progress` raises; what was merged by then stays.
        """
        touched: dict[str, frozenset[str] | None] = {}
        told: list[Remark] = []
        ordered = sorted(matches, key=lambda match: rows.MATCHED_KINDS.index(match.kind))
        for done, match in enumerate(ordered):
            progress(done / len(ordered))
            try:
                merged = self.say_same(match, initiator=initiator)
            except AlreadyDecided:
                continue
            told += merged.told
            for kind, ids in merged.changes.touched.items():
                before = touched.get(kind, frozenset())
                touched[kind] = None if ids is None or before is None else before | ids
        return Changes(action=ActionKind.MERGE.value, touched=touched, initiator=initiator), tuple(told)

    def say_apart(self, matches: Sequence[Match], *, initiator: str = "") -> Changes:
        """Remember that these are two each; undo takes it back pair by pair.

        Raises:
            RecordNotFound: one of them is gone.
        """
        service = DuplicateService(self._store)
        last = Changes()
        for match in matches:
            theirs, mine = _keys(match)
            last = service.say_not_duplicates(mine, (theirs,), source="exchange", initiator=initiator)
        return replace(last, touched=dict.fromkeys((RecordKind.PAIR_VERDICT.value,), None)) if len(matches) > 1 else last

    def say_later(self, matches: Sequence[Match]) -> None:
        """Put pairs off: both are sent and kept, and the page of duplicates finds them again."""
        with self._store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            known, later = _kept(uow.connection)
            kept = {"matches": [m.to_json() for m in known], "later": sorted(later | {match.key for match in matches})}
            exchange_progress.set_control(uow.connection, {_KEPT: json.dumps(kept)})
            uow.commit()

    def finish(self) -> None:
        """The person is done: from now on everything is sent. What is not decided on counts as put off."""
        with self._store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
            rows.forget_merges_taken_back(uow.connection, iso_ms(utc_now()))
            rows.forget_taken_codes_of_merged(uow.connection, iso_ms(utc_now()))
            exchange_progress.set_control(uow.connection, {_STATE: State.MATCHED.value, _KEPT: None})
            uow.commit()


def _keys(match: Match) -> tuple[RecordKey, RecordKey]:
    """Return the centre's key and the own one."""
    return RecordKey(match.kind, match.theirs), RecordKey(match.kind, match.mine)


def _only_blanks(preview: MergePreview) -> dict[str, str]:
    """Return choices by which the centre's values stay and only what is empty there is filled."""
    theirs, mine = (record.key.id for record in preview.records)
    return {
        row.key: mine if row.key not in _STAYS and all(part is None for part in row.values[0].stored) else theirs
        for row in preview.rows
    }


def _explained(row: MergeRow, preview: MergePreview) -> MergeRow:
    """Say of a value that nobody chose why it is taken."""
    if row.is_equal:
        return row
    return replace(row, why=(WhyTaken.KEPT if row.chosen == preview.survivor.id else WhyTaken.ONLY).value)


def _kept(connection: Connection) -> tuple[list[Match], frozenset[str]]:
    text = exchange_progress.control(connection, _KEPT)
    if not text:
        return [], frozenset()
    kept = json.loads(str(text))
    return [Match.from_json(shape) for shape in kept["matches"]], frozenset(kept["later"])
