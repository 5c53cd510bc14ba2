"""Sets of criteria: BANT, CHAMP, MEDDIC as shipped, and the organisation's own; which one fits a lead best."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError, InvalidField, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_values import canonical_values, require_name
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

_MOST_WEIGHT: Final = 100
_PERCENT: Final = 100
_DECIDES: Final = ("pass_percent", "pass_count", "weight", "is_knock_out")
"""What a verdict comes from; words, order and for whom a set is may change any time."""


class OutOfRange(InvalidField):
    """A weight or a pass mark is no sensible number. Params: `value`, `most`."""

    template = QT_TRANSLATE_NOOP("errors", "{value} is out of range: use a number from 0 to {most}.")


class SetInUse(CrmError):
    """What counts in a set does not change under the rounds that were held against it. Params: `name`."""

    template = QT_TRANSLATE_NOOP(
        "errors",
        "Leads were judged by {name}: what counts in it stays as it is for them. Make a new version of it and change that.",
    )


@dataclass(frozen=True, slots=True)
class CriteriaSetRow:
    """One set; `name` in the language asked for, `names` as stored (zh_CN, zh_TW, en).

    Attributes:
        source_id, industry_id: leads of these are offered it first.
        criteria: how many it asks about.
    """

    id: str
    name: str
    pass_percent: int | None
    pass_count: int | None
    source_id: str | None
    industry_id: str | None
    criteria: int
    is_retired: bool
    names: tuple[str, str | None, str | None]


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion in the language asked for; `stored` are its columns by name, for the editor."""

    id: str
    name: str
    question: str
    hint: str
    weight: int
    is_knock_out: bool
    is_retired: bool
    stored: Mapping[str, Any]


class CriteriaSetService:
    """The sets and what they ask; small tables, read whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, language: str = "zh_CN", *, retired: bool = False) -> tuple[CriteriaSetRow, ...]:
        """Return the sets in order; retired ones only when asked for."""
        with self._store.read() as connection:
            return criteria_sets(connection, language, retired=retired)

    def for_lead(self, lead_id: str, language: str = "zh_CN") -> tuple[CriteriaSetRow, ...]:
        """Return the sets offered for a lead: those of its source or industry (or one above it) first, then in order."""
        with self._store.read() as connection:
            found = criteria_sets(connection, language)
            lead = record_rows.fetch(connection, RecordKind.LEAD, lead_id) or {}
            above = _terms_above(connection, [lead.get("source_id"), lead.get("industry_id")])
        return tuple(sorted(found, key=lambda one: not ({one.source_id, one.industry_id} & above)))

    def criteria(self, set_id: str, language: str = "zh_CN", *, retired: bool = False) -> tuple[CriterionRow, ...]:
        """Return what a set asks, in order."""
        with self._store.read() as connection:
            return criteria_of(connection, set_id, language, retired=retired)

    def add(self, values: Mapping[str, object], *, initiator: str = "") -> tuple[str, Changes]:
        """Add a set of one's own; return its id and what was touched.

        Raises:
            FieldRequired: the name is empty. OutOfRange: as its text says.
        """
        stored = _canonical(RecordKind.CRITERIA_SET, values)
        return self._insert(
            RecordKind.CRITERIA_SET, stored, "SELECT coalesce(max(position),-1)+1 FROM criteria_set", (), initiator
        )

    def change(self, set_id: str, values: Mapping[str, object], *, initiator: str = "") -> Changes:
        """Change names, pass rule, source or industry of a set.

        Raises:
            RecordNotFound: it is gone. FieldRequired, OutOfRange, SetInUse: as their texts say.
        """
        return self._update(RecordKind.CRITERIA_SET, set_id, _canonical(RecordKind.CRITERIA_SET, values, is_new=False), initiator)

    def retire(self, set_id: str, *, retired: bool = True, initiator: str = "") -> Changes:
        """Stop (or go on) offering a set; rounds held against it stay readable."""
        at = iso_ms(utc_now()) if retired else None
        return self._update(RecordKind.CRITERIA_SET, set_id, {"retired_at": at}, initiator)

    def add_criterion(self, set_id: str, values: Mapping[str, object], *, initiator: str = "") -> tuple[str, Changes]:
        """Add a criterion at the end of a set; return its id and what was touched.

        Raises:
            FieldRequired: the name is empty. OutOfRange, SetInUse: as their texts say.
        """
        stored = {"set_id": set_id, **_canonical(RecordKind.CRITERION, values)}
        order = "SELECT coalesce(max(position),-1)+1 FROM criterion WHERE set_id=?"
        return self._insert(RecordKind.CRITERION, stored, order, (set_id,), initiator)

    def change_criterion(self, criterion_id: str, values: Mapping[str, object], *, initiator: str = "") -> Changes:
        """Change a criterion.

        Raises:
            RecordNotFound: it is gone. FieldRequired, OutOfRange, SetInUse: as their texts say.
        """
        return self._update(RecordKind.CRITERION, criterion_id, _canonical(RecordKind.CRITERION, values, is_new=False), initiator)

    def retire_criterion(self, criterion_id: str, *, retired: bool = True, initiator: str = "") -> Changes:
        """Stop (or go on) asking.

        Raises:
            RecordNotFound: it is gone. SetInUse: as its text says.
        """
        at = iso_ms(utc_now()) if retired else None
        return self._update(RecordKind.CRITERION, criterion_id, {"retired_at": at}, initiator)

    def move_criterion(self, criterion_id: str, step: int, *, initiator: str = "") -> Changes:
        """Move a criterion up (-1) or down (+1) within its set.

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.CRITERION, criterion_id)
            if row is None:
                raise RecordNotFound(what=criterion_id)
            order = [one.id for one in criteria_of(uow.connection, row["set_id"], retired=True)]
            at = order.index(criterion_id)
            order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
            for position, one in enumerate(order):
                record_rows.update(uow.connection, RecordKind.CRITERION, one, {"position": position})
            return uow.commit()

    def _insert(
        self, kind: RecordKind, stored: Mapping[str, Any], order: str, params: tuple[str, ...], initiator: str
    ) -> tuple[str, Changes]:
        record = new_id()
        with self._store.unit_of_work(label=str(stored["name"]), initiator=initiator) as uow:
            if kind is RecordKind.CRITERION:
                _refuse_used(uow.connection, stored["set_id"])
            position = uow.connection.exec_driver_sql(order, params).scalar_one()
            filled = {key: value for key, value in stored.items() if value is not None}
            record_rows.insert(uow.connection, kind, {"id": record, "position": position, **filled})
            return record, uow.commit()

    def _update(self, kind: RecordKind, record: str, stored: Mapping[str, Any], initiator: str) -> Changes:
        with self._store.unit_of_work(label=str(stored.get("name") or ""), initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, kind, record)
            if row is None:
                raise RecordNotFound(what=record)
            if _decides(kind, row, stored):
                _refuse_used(uow.connection, row["set_id"] if kind is RecordKind.CRITERION else record)
            record_rows.update(uow.connection, kind, record, stored)
            return uow.commit()


def in_language(row: Any, column: str, language: str) -> str:
    """Return a text of a row that is kept in three languages; an empty one gives way to Simplified Chinese."""
    suffix = {"zh_TW": "_zh_tw", "en": "_en"}.get(language, "")
    return str(row[f"{column}{suffix}"] or row[column] or "")


def criteria_sets(connection: Connection, language: str = "zh_CN", *, retired: bool = False) -> tuple[CriteriaSetRow, ...]:
    """Return the sets in order, on an open connection."""
    rows = connection.exec_driver_sql(
        f"""SELECT s.*, (SELECT count(*) FROM criterion c WHERE c.set_id=s.id AND c.deleted_at IS NULL AND c.retired_at IS NULL) criteria
            FROM criteria_set s WHERE s.deleted_at IS NULL {"" if retired else "AND s.retired_at IS NULL"} ORDER BY s.position, s.n"""
    ).mappings()
    return tuple(
        CriteriaSetRow(
            id=row["id"],
            name=in_language(row, "name", language),
            pass_percent=row["pass_percent"],
            pass_count=row["pass_count"],
            source_id=row["source_id"],
            industry_id=row["industry_id"],
            criteria=row["criteria"],
            is_retired=bool(row["retired_at"]),
            names=(row["name"], row["name_zh_tw"], row["name_en"]),
        )
        for row in rows
    )


def criteria_of(
    connection: Connection, set_id: str, language: str = "zh_CN", *, retired: bool = False
) -> tuple[CriterionRow, ...]:
    """Return what a set asks, in order, on an open connection."""
    rows = connection.exec_driver_sql(
        f"""SELECT * FROM criterion WHERE set_id=? AND deleted_at IS NULL {"" if retired else "AND retired_at IS NULL"}
            ORDER BY position, n""",
        (set_id,),
    ).mappings()
    return tuple(
        CriterionRow(
            id=row["id"],
            name=in_language(row, "name", language),
            question=in_language(row, "question", language),
            hint=in_language(row, "hint", language),
            weight=row["weight"],
            is_knock_out=bool(row["is_knock_out"]),
            is_retired=bool(row["retired_at"]),
            stored=dict(row),
        )
        for row in rows
    )


def _decides(kind: RecordKind, row: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
    """Return whether a change touches what verdicts come from."""
    fields = (*_DECIDES, "retired_at") if kind is RecordKind.CRITERION else _DECIDES
    return any(field in stored and stored[field] != row[field] for field in fields)


def _refuse_used(connection: Connection, set_id: str) -> None:
    held = "SELECT 1 FROM qualification WHERE set_id=? AND deleted_at IS NULL LIMIT 1"
    if connection.exec_driver_sql(held, (set_id,)).scalar():
        row = record_rows.fetch(connection, RecordKind.CRITERIA_SET, set_id)
        raise SetInUse(name="" if row is None else row["name"])


def _terms_above(connection: Connection, terms: list[Any]) -> set[Any]:
    """Return these terms and all above them."""
    found: set[Any] = set()
    for term in terms:
        at = term
        while at and at not in found:
            found.add(at)
            at = connection.exec_driver_sql("SELECT parent_id FROM term WHERE id=?", (at,)).scalar()
    return found


def _canonical(kind: RecordKind, values: Mapping[str, object], *, is_new: bool = True) -> dict[str, Any]:
    stored: dict[str, Any] = dict(canonical_values(kind, values))
    require_name(stored, is_new=is_new)
    for field, most in (("weight", _MOST_WEIGHT), ("pass_percent", _PERCENT), ("pass_count", _PERCENT)):
        value = stored.get(field)
        if value is not None and not 0 <= value <= most:
            raise OutOfRange(value=value, most=most)
    for field, usual in (("weight", 1), ("is_knock_out", 0)):
        if field in stored and stored[field] is None:
            stored[field] = usual
    return stored
