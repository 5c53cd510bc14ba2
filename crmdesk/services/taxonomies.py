"""The classifications: what can be chosen, and how an administrator changes it."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.changes import Changes
from crmdesk.core.clock import iso_ms, utc_now
from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Taxonomy
from crmdesk.services.record_values import FieldRequired, canonical_values
from crmdesk.storage import record_rows
from crmdesk.storage.store import Store

_NAME_COLUMNS: Final = {"zh_TW": "coalesce(nullif(name_zh_tw,''),name)", "en": "coalesce(nullif(name_en,''),name)"}


class TermCodeTaken(CrmError):
    """Another term of the taxonomy has this code. Params: `code`."""

    template = QT_TRANSLATE_NOOP("errors", "Another entry has the code {code} already. Choose another code.")


@dataclass(frozen=True, slots=True)
class TermRow:
    """One term; `level` counts from 1, `name` is in the language asked for, `names` are zh_CN, zh_TW, en as stored."""

    id: str
    parent_id: str | None
    code: str
    name: str
    level: int
    retired: bool
    names: tuple[str, str | None, str | None]


class TaxonomyService:
    """Terms of every `Taxonomy`; small tables, read whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def terms(
        self, taxonomy: Taxonomy, language: str = "zh_CN", *, depth: int | None = None, retired: bool = False
    ) -> tuple[TermRow, ...]:
        """Return the terms in tree order (parents before children).

        Args:
            taxonomy: which one.
            language: `zh_CN`, `zh_TW` or `en`.
            depth: deepest level wanted, None for all (`facts.md` §7: the organisation chooses how deep it classifies).
            retired: whether retired terms are wanted too.
        """
        name = _NAME_COLUMNS.get(language, "name")
        with self._store.read() as connection:
            rows = (
                connection.exec_driver_sql(
                    f"""SELECT id, parent_id, code, {name} shown, name, name_zh_tw, name_en, retired_at FROM term
                    WHERE taxonomy=? AND deleted_at IS NULL ORDER BY position, code""",
                    (taxonomy.value,),
                )
                .mappings()
                .all()
            )
        children: dict[str | None, list[Any]] = {}
        known = {row["id"] for row in rows}
        for row in rows:
            children.setdefault(row["parent_id"] if row["parent_id"] in known else None, []).append(row)
        found: list[TermRow] = []
        stack = [(row, 1) for row in reversed(children.get(None, []))]
        while stack:
            row, level = stack.pop()
            if (depth is not None and level > depth) or (row["retired_at"] and not retired):
                continue
            names = (row["name"], row["name_zh_tw"], row["name_en"])
            found.append(TermRow(row["id"], row["parent_id"], row["code"], row["shown"], level, bool(row["retired_at"]), names))
            stack.extend((child, level + 1) for child in reversed(children.get(row["id"], [])))
        return tuple(found)

    def add(
        self, taxonomy: Taxonomy, values: dict[str, object], parent_id: str | None = None, *, initiator: str = ""
    ) -> tuple[str, Changes]:
        """Add a term as the last of its siblings; return its id and what was touched.

        Raises:
            FieldRequired: code or name is empty. TermCodeTaken: the code is not free.
        """
        stored = canonical_values(RecordKind.TERM, values)
        for field in ("code", "name"):
            if not stored.get(field):
                raise FieldRequired(field=field.capitalize())
        term_id = new_id()
        with self._store.unit_of_work(label=str(stored["name"]), initiator=initiator) as uow:
            _refuse_taken(uow.connection, taxonomy, str(stored["code"]), None)
            position = uow.connection.exec_driver_sql(
                "SELECT coalesce(max(position),0)+1 FROM term WHERE taxonomy=? AND parent_id IS ?", (taxonomy.value, parent_id)
            ).scalar_one()
            row = {"id": term_id, "taxonomy": taxonomy.value, "parent_id": parent_id, "position": position, **stored}
            record_rows.insert(uow.connection, RecordKind.TERM, row)
            return term_id, uow.commit()

    def change(self, term_id: str, values: dict[str, object], *, initiator: str = "") -> Changes:
        """Change code or names of a term; records that carry it show the new name at once.

        Raises:
            RecordNotFound: it is gone. FieldRequired: code or name is empty. TermCodeTaken: the code is not free.
        """
        stored = canonical_values(RecordKind.TERM, values)
        with self._store.unit_of_work(label=str(values.get("name") or ""), initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.TERM, term_id)
            if row is None:
                raise RecordNotFound(what=term_id)
            if stored.get("code") and stored["code"] != row["code"]:
                _refuse_taken(uow.connection, Taxonomy(row["taxonomy"]), str(stored["code"]), term_id)
            record_rows.update(uow.connection, RecordKind.TERM, term_id, stored)
            return uow.commit()

    def retire(self, term_id: str, *, retired: bool = True, initiator: str = "") -> Changes:
        """Stop (or go on) offering a term; records that carry it keep it."""
        with self._store.unit_of_work(initiator=initiator) as uow:
            record_rows.update(uow.connection, RecordKind.TERM, term_id, {"retired_at": iso_ms(utc_now()) if retired else None})
            return uow.commit()

    def move(self, term_id: str, step: int, *, initiator: str = "") -> Changes:
        """Move a term up (-1) or down (+1) among its siblings."""
        with self._store.unit_of_work(initiator=initiator) as uow:
            row = record_rows.fetch(uow.connection, RecordKind.TERM, term_id)
            if row is None:
                raise RecordNotFound(what=term_id)
            siblings = list(
                uow.connection.exec_driver_sql(
                    "SELECT id FROM term WHERE taxonomy=? AND parent_id IS ? AND deleted_at IS NULL ORDER BY position, code",
                    (row["taxonomy"], row["parent_id"]),
                ).scalars()
            )
            at = siblings.index(term_id)
            siblings.insert(max(0, min(len(siblings) - 1, at + step)), siblings.pop(at))
            for position, sibling in enumerate(siblings, 1):
                record_rows.update(uow.connection, RecordKind.TERM, sibling, {"position": position})
            return uow.commit()


def _refuse_taken(connection: Connection, taxonomy: Taxonomy, code: str, term_id: str | None) -> None:
    taken = connection.exec_driver_sql(
        "SELECT 1 FROM term WHERE taxonomy=? AND code=? AND deleted_at IS NULL AND id IS NOT ?", (taxonomy.value, code, term_id)
    ).scalar()
    if taken:
        raise TermCodeTaken(code=code)
