"""Sets of criteria as the settings show and change them: how much they were used, their order, copies and new versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import AnswerValue, RecordKind
from crmdesk.models.qualifying import Mark, PassRule, Standing, assess
from crmdesk.services.criteria_sets import CriteriaSetRow, CriterionRow, criteria_of, criteria_sets, in_language
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

_COPY_NAMES: Final = {"name": "{}（副本）", "name_zh_tw": "{}（副本）", "name_en": "{} (copy)"}
"""What a copy is called, in the language of each column; a person renames it at once."""
_OWN: Final = frozenset({"n", "id", "rv", "set_id", "deleted_at", "merged_into", "extra"})
"""Columns a copy does not take over."""


@dataclass(frozen=True, slots=True)
class Example:
    """The fewest criteria that pass: what the settings show beside a pass rule.

    Attributes:
        needed: names of criteria that suffice when they are answered *yes*, in the order they are asked; empty: nothing passes.
        of: how many criteria are asked. score: percent they reach.
    """

    needed: tuple[str, ...]
    of: int
    score: int


@dataclass(frozen=True, slots=True)
class CriteriaState:
    """All sets with what they ask, read in one go.

    Attributes:
        sets: in order, those no longer offered too. criteria: id of a set → what it asks, those no longer asked too.
        rounds: id of a set → rounds held against it; a set without any is missing.
        terms: id → name of the sources and industries sets are for.
    """

    sets: tuple[CriteriaSetRow, ...]
    criteria: Mapping[str, tuple[CriterionRow, ...]]
    rounds: Mapping[str, int]
    terms: Mapping[str, str]


class CriteriaSettings:
    """Reads may run on any thread, commands run one after another on the writing lane."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self, language: str = "zh_CN") -> CriteriaState:
        """Return every set and what it asks."""
        with self._store.read() as connection:
            sets = criteria_sets(connection, language, retired=True)
            rounds = connection.exec_driver_sql(
                "SELECT set_id, count(*) FROM qualification WHERE deleted_at IS NULL GROUP BY set_id"
            ).all()
            used = [term for one in sets for term in (one.source_id, one.industry_id) if term is not None]
            return CriteriaState(
                sets,
                {one.id: criteria_of(connection, one.id, language, retired=True) for one in sets},
                {row[0]: row[1] for row in rounds},
                {term: _term_name(connection, term, language) for term in used},
            )

    def move(self, set_id: str, step: int, *, initiator: str = "") -> Changes:
        """Move a set up (-1) or down (+1); the first that fits a lead is offered first.

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            order = [one.id for one in criteria_sets(uow.connection, retired=True)]
            if set_id not in order:
                raise RecordNotFound(what=set_id)
            at = order.index(set_id)
            order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
            _number(uow.connection, order)
            return uow.commit()

    def copy(self, set_id: str, *, initiator: str = "") -> tuple[str, Changes]:
        """Copy a set with what it asks; the copy stands below it and says so in its name. Return its id.

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            row = _fetch(uow.connection, set_id)
            names = {column: form.format(row[column]) for column, form in _COPY_NAMES.items() if row[column]}
            made = _copy(uow.connection, row, names)
            return made, uow.commit()

    def renew(self, set_id: str, *, initiator: str = "") -> tuple[str, Changes]:
        """Put a new version of the same name in the place of a set, which is no longer offered; its rounds stay with it. Return its id.

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            row = _fetch(uow.connection, set_id)
            made = _copy(uow.connection, row, {})
            record_rows.update(uow.connection, RecordKind.CRITERIA_SET, set_id, {"retired_at": iso_ms(utc_now())})
            return made, uow.commit()


def example(criteria: tuple[CriterionRow, ...], percent: int | None, count: int | None) -> Example:
    """Return the fewest answers that pass: knock-outs first, then the heaviest, as they would be asked."""
    asked = [one for one in criteria if not one.is_retired]
    marks = [Mark(one.id, one.weight, one.is_knock_out) for one in asked]
    names = {one.id: one.name for one in asked}
    answers: dict[str, AnswerValue | None] = {}
    found = assess(marks, answers, PassRule(percent, count))
    while found.standing is not Standing.PASSES and found.next_question is not None:
        answers[found.next_question] = AnswerValue.YES
        found = assess(marks, answers, PassRule(percent, count))
    passes = found.standing is Standing.PASSES
    return Example(tuple(names[one] for one in answers) if passes else (), len(asked), found.score)


def _copy(connection: Connection, row: Mapping[str, Any], changed: Mapping[str, Any]) -> str:
    """Copy a set and what it asks, right behind it; return the copy's id."""
    made = new_id()
    fresh = {**_taken_over(row), "code": None, "retired_at": None, **changed}
    record_rows.insert(connection, RecordKind.CRITERIA_SET, {"id": made, **fresh})
    for one in criteria_of(connection, row["id"]):
        values = _taken_over(one.stored)
        record_rows.insert(connection, RecordKind.CRITERION, {"id": new_id(), "set_id": made, **values})
    order = [one.id for one in criteria_sets(connection, retired=True) if one.id != made]
    order.insert(order.index(row["id"]) + 1, made)
    _number(connection, order)
    return made


def _taken_over(row: Mapping[str, Any]) -> dict[str, Any]:
    return {column: value for column, value in row.items() if column not in _OWN}


def _fetch(connection: Connection, set_id: str) -> Mapping[str, Any]:
    row = record_rows.fetch(connection, RecordKind.CRITERIA_SET, set_id)
    if row is None:
        raise RecordNotFound(what=set_id)
    return row


def _number(connection: Connection, order: list[str]) -> None:
    for position, one in enumerate(order):
        record_rows.update(connection, RecordKind.CRITERIA_SET, one, {"position": position})


def _term_name(connection: Connection, term_id: str, language: str) -> str:
    row = record_rows.fetch(connection, RecordKind.TERM, term_id)
    return "" if row is None else in_language(row, "name", language)
