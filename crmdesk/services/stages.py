"""The stages an opportunity goes through: a list the organisation edits, each with its probability."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

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

_SHOWN: Final = {"zh_TW": "coalesce(nullif(name_zh_tw,''),name)", "en": "coalesce(nullif(name_en,''),name)"}


class NotAProbability(InvalidField):
    """A probability lies outside 0 … 100. Params: `value`."""

    template = QT_TRANSLATE_NOOP("errors", "A probability is a number from 0 to 100, not {value}.")


class LastStage(CrmError):
    """The list must keep one stage in which work goes on. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "At least one stage that is neither won nor lost has to stay.")


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage: its name in the language asked for, probability in percent, and whether it closes an opportunity."""

    id: str
    name: str
    probability: int
    is_won: bool
    is_lost: bool
    is_retired: bool
    names: tuple[str, str | None, str | None]

    @property
    def is_closed(self) -> bool:
        """Whether an opportunity of this stage is decided."""
        return self.is_won or self.is_lost


class StageService:
    """The list of stages; small, read whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, language: str = "zh_CN", *, retired: bool = False) -> tuple[StageRow, ...]:
        """Return the stages in order; retired ones only when asked for."""
        with self._store.read() as connection:
            return stages(connection, language, retired=retired)

    def add(self, values: Mapping[str, object], *, initiator: str = "") -> tuple[str, Changes]:
        """Add a stage before the closing ones; return its id and what was touched.

        Raises:
            FieldRequired: the name is empty. NotAProbability: as its text says.
        """
        stored = _canonical(values)
        require_name(stored, is_new=True)
        stage_id = new_id()
        with self._store.unit_of_work(label=str(stored["name"]), initiator=initiator) as uow:
            record_rows.insert(uow.connection, RecordKind.STAGE, {"id": stage_id, **stored})
            present = [row.id for row in stages(uow.connection, retired=True) if not row.is_closed and row.id != stage_id]
            closing = [row.id for row in stages(uow.connection, retired=True) if row.is_closed]
            _number(uow.connection, [*present, stage_id, *closing])
            return stage_id, uow.commit()

    def change(self, stage_id: str, values: Mapping[str, object], *, initiator: str = "") -> Changes:
        """Change names or probability; opportunities of the stage show them at once.

        Raises:
            RecordNotFound: it is gone. FieldRequired, NotAProbability: as their texts say.
        """
        stored = _canonical(values)
        with self._store.unit_of_work(label=str(values.get("name") or ""), initiator=initiator) as uow:
            if record_rows.fetch(uow.connection, RecordKind.STAGE, stage_id) is None:
                raise RecordNotFound(what=stage_id)
            record_rows.update(uow.connection, RecordKind.STAGE, stage_id, stored)
            return uow.commit()

    def retire(self, stage_id: str, *, retired: bool = True, initiator: str = "") -> Changes:
        """Stop (or go on) offering a stage; opportunities that are in it stay there.

        Raises:
            RecordNotFound: it is gone. LastStage: no open stage would be left.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            known = {row.id: row for row in stages(uow.connection, retired=True)}
            if stage_id not in known:
                raise RecordNotFound(what=stage_id)
            left = [row for row in known.values() if not row.is_closed and not row.is_retired and row.id != stage_id]
            if retired and not known[stage_id].is_closed and not left:
                raise LastStage
            record_rows.update(uow.connection, RecordKind.STAGE, stage_id, {"retired_at": iso_ms(utc_now()) if retired else None})
            return uow.commit()

    def move(self, stage_id: str, step: int, *, initiator: str = "") -> Changes:
        """Move a stage up (-1) or down (+1).

        Raises:
            RecordNotFound: it is gone.
        """
        with self._store.unit_of_work(initiator=initiator) as uow:
            order = [row.id for row in stages(uow.connection, retired=True)]
            if stage_id not in order:
                raise RecordNotFound(what=stage_id)
            at = order.index(stage_id)
            order.insert(max(0, min(len(order) - 1, at + step)), order.pop(at))
            _number(uow.connection, order)
            return uow.commit()


def stages(connection: Connection, language: str = "zh_CN", *, retired: bool = False) -> tuple[StageRow, ...]:
    """Return the stages in order, on an open connection."""
    condition = "" if retired else "AND retired_at IS NULL"
    rows = connection.exec_driver_sql(
        f"""SELECT id, {_SHOWN.get(language, "name")}, probability, is_won, is_lost, retired_at, name, name_zh_tw, name_en
            FROM stage WHERE deleted_at IS NULL {condition} ORDER BY position, n"""
    )
    return tuple(
        StageRow(row[0], row[1], row[2], bool(row[3]), bool(row[4]), bool(row[5]), (row[6], row[7], row[8])) for row in rows
    )


def _canonical(values: Mapping[str, object]) -> dict[str, object]:
    stored: dict[str, object] = dict(canonical_values(RecordKind.STAGE, values))
    require_name(stored, is_new=False)
    probability = stored.get("probability")
    if isinstance(probability, int) and not 0 <= probability <= 100:
        raise NotAProbability(value=probability)
    if "probability" in stored and probability is None:
        stored["probability"] = 0
    return stored


def _number(connection: Connection, order: list[str]) -> None:
    for position, stage_id in enumerate(order):
        record_rows.update(connection, RecordKind.STAGE, stage_id, {"position": position})
