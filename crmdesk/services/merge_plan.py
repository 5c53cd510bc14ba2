"""What a merge would do, worked out from one state of the store: the same plan is shown, printed by a dry run and carried out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as dataclass_field
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.errors import CrmError, RecordNotFound
from crmdesk.core.remarks import Remark
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, Severity
from crmdesk.models.merging import (
    CHOICES,
    Choice,
    Default,
    Rule,
    Why,
    default_of,
    default_survivor,
    differing_credit_codes,
    joined,
    values_of,
)
from crmdesk.services.record_key import RecordKey
from crmdesk.storage import change_history, merging_rows, record_rows
from crmdesk.storage.redirects import MERGED_KINDS, living

BOTH: Final = "both"
"""In place of a record's id among the choices: the notes of all, one below the other."""

_R: Final = QT_TRANSLATE_NOOP
CODE_FINDS: Final = _R("remarks", "Code {code} goes on finding the record: it leads to {name}.")
FORMER_OWNER: Final = _R("remarks", "{owner}, who owned {name}, stays on as a collaborator who may edit.")
LIFTED: Final = _R("remarks", "{name} lay below a company that is merged into it and moves up, below {parent}.")
LIFTED_TO_TOP: Final = _R("remarks", "{name} lay below a company that is merged into it and moves to the top of the tree.")
TWO_MAIN: Final = _R("remarks", "{name} stays the main contact; {other} is an ordinary one from now on.")
SAME_ADDRESS: Final = _R("remarks", "{name} and {other} stand at the same address: both are kept, merge them next.")
TWO_CREDIT_CODES: Final = _R("remarks", "Both credit codes, {one} and {other}, are valid: are these really one company?")
OTHER_PREMISES: Final = _R("remarks", "{name} and {other} stand at different addresses: one address, one site.")
OTHER_COMPANY: Final = _R("remarks", "{name} and {other} belong to different companies.")


class CannotMerge(CrmError):
    """Fewer than two records are left once merged ones are followed. Params: none."""

    template = QT_TRANSLATE_NOOP("errors", "Choose at least two different records of one kind to merge.")


class MixedKinds(CrmError):
    """Records of different kinds. Params: none."""

    template = QT_TRANSLATE_NOOP(
        "errors", "Only companies with companies, sites with sites and people with people can be merged."
    )


class UnknownChoice(CrmError):
    """A choice names no field of the kind, or no record of the merge. Params: `field`, `known`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} is nothing to choose in this merge. Known: {known}.")


@dataclass(frozen=True, slots=True)
class Row:
    """One choice with what each record has.

    Attributes:
        values: for each record in the order given, the values of the choice's columns.
        chosen: place of the record whose value is taken, None for all notes together. why: how that came about.
    """

    choice: Choice
    values: tuple[tuple[Any, ...], ...]
    chosen: int | None
    why: Why

    @property
    def is_equal(self) -> bool:
        """Whether all records agree."""
        return len(set(self.values)) == 1


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything a merge is.

    Attributes:
        rows: the records' columns in the order given; `place` is the survivor's.
        choices: one row for each thing to choose.
        children: record → table → living rows that hang on it.
        parent: where the surviving company will lie. owners: former owners who become collaborators, with the record they owned.
    """

    kind: RecordKind
    rows: tuple[Mapping[str, Any], ...]
    place: int
    choices: tuple[Row, ...]
    children: Mapping[str, Mapping[str, int]]
    parent: str | None = None
    owners: Mapping[str, str] = dataclass_field(default_factory=dict)

    @property
    def survivor(self) -> str:
        """Id of the record that stays."""
        return str(self.rows[self.place]["id"])

    @property
    def losers(self) -> list[str]:
        """Ids of the records that give way, in the order given."""
        return [str(row["id"]) for place, row in enumerate(self.rows) if place != self.place]

    def chosen_values(self) -> dict[str, Any]:
        """Return the survivor's columns after the merge."""
        values: dict[str, Any] = {}
        for row in self.choices:
            if row.chosen is None:
                values[row.choice.key] = joined([str(value[0]) for value in self._survivor_first(row.values) if value[0]])
            else:
                values.update(zip(row.choice.columns, row.values[row.chosen], strict=True))
        if self.kind is RecordKind.COMPANY:
            values["parent_id"] = self.parent
        return values

    def _survivor_first(self, values: tuple[tuple[Any, ...], ...]) -> list[tuple[Any, ...]]:
        return [values[self.place], *(value for place, value in enumerate(values) if place != self.place)]


def name_of(kind: RecordKind, row: Mapping[str, Any]) -> str:
    """Return what a list calls a record."""
    if kind is RecordKind.COMPANY:
        return str(row.get("short_name") or row.get("legal_name") or "")
    return str(row.get("name") or "")


def read_plan(connection: Connection, keys: Sequence[RecordKey], survivor: RecordKey | None, choices: Mapping[str, str]) -> Plan:
    """Work out a merge; records merged already stand for those they were merged into.

    Args:
        connection: any.
        keys: two or more records of one kind, in the order in which they are shown.
        survivor: which of them stays; None for the default.
        choices: key of a choice → id of the record whose value is taken, or `BOTH` for notes.

    Raises:
        MixedKinds, CannotMerge, RecordNotFound, UnknownChoice: as their texts say.
    """
    kind = keys[0].kind if keys else RecordKind.COMPANY
    if any(key.kind is not kind for key in keys) or kind not in MERGED_KINDS:
        raise MixedKinds
    followed = {key.id: _living_row(connection, key) for key in keys}
    rows = tuple({str(row["id"]): row for row in followed.values()}.values())
    if len(rows) < 2:
        raise CannotMerge
    ids = [str(row["id"]) for row in rows]
    children = merging_rows.counts(connection, kind, ids)
    if survivor is None:
        place = default_survivor(
            [sum(children[record].values()) for record in ids],
            [bool(row.get("code")) for row in rows],
            [row["n"] for row in rows],
        )
    elif survivor.id not in followed:
        raise RecordNotFound(what=survivor.id)
    else:
        place = ids.index(str(followed[survivor.id]["id"]))
    taken = {
        key: value if value == BOTH else str(followed[value]["id"]) if value in followed else "" for key, value in choices.items()
    }
    made = _chosen(connection, kind, rows, place, taken)
    plan = Plan(kind, rows, place, made, children)
    owners = _former_owners(plan)
    return Plan(kind, rows, place, made, children, _parent(connection, plan), owners)


def _living_row(connection: Connection, key: RecordKey) -> Mapping[str, Any]:
    record = living(connection, key.kind, key.id)
    row = None if record is None else record_rows.fetch(connection, key.kind, record)
    if row is None:
        raise RecordNotFound(what=key.id)
    return row


def _chosen(
    connection: Connection, kind: RecordKind, rows: tuple[Mapping[str, Any], ...], place: int, taken: Mapping[str, str]
) -> tuple[Row, ...]:
    ids = [str(row["id"]) for row in rows]
    edits = merging_rows.last_edits(connection, ids)
    known = {choice.key for choice in CHOICES[kind]}
    for key, record in taken.items():
        if key not in known or not (record in ids or (record == BOTH and key == "note")):
            raise UnknownChoice(field=key, known=", ".join(sorted(known)))
    made = []
    are_two = bool(differing_credit_codes(rows))  # a name must not come with the number of another company
    for choice in CHOICES[kind]:
        values = tuple(values_of(choice, row) for row in rows)
        edited = [max(edits.get((record, column), edits.get((record, "*"), 0)) for column in choice.columns) for record in ids]
        rule = Rule.KEPT if are_two and choice.key == "legal_name" else choice.rule
        found = default_of(replace(choice, rule=rule), rows, place, edited)
        if choice.key in taken and found.why is not Why.EQUAL:
            record = taken[choice.key]
            found = Default(None if record == BOTH else ids.index(record), Why.CHOSEN)
        made.append(Row(choice, values, found.place, found.why))
    return tuple(made)


def _parent(connection: Connection, plan: Plan) -> str | None:
    if plan.kind is not RecordKind.COMPANY:
        return None
    row = next(row for row in plan.choices if row.choice.key == "parent_id")
    parent = row.values[plan.place if row.chosen is None else row.chosen][0]
    return merging_rows.lifted_parent(connection, [str(one["id"]) for one in plan.rows], parent)


def _former_owners(plan: Plan) -> dict[str, str]:
    """Return owner → name of the record he owned, of all who do not own the record that stays."""
    if plan.kind is RecordKind.CONTACT:
        return {}
    owner = plan.chosen_values().get("owner_id")
    found: dict[str, str] = {}
    for row in plan.rows:
        if row["owner_id"] and row["owner_id"] != owner:
            found.setdefault(str(row["owner_id"]), name_of(plan.kind, row))
    return found


def remarks_of(connection: Connection, plan: Plan) -> tuple[Remark, ...]:
    """Return what somebody should know before and after: what is kept twice, who loses what, what looks wrong."""
    names = change_history.names_of(connection, [*plan.owners, *([plan.parent] if plan.parent else [])])
    final = plan.chosen_values()
    title = name_of(plan.kind, final)
    told = [*_doubts(plan), *_of_kind(connection, plan, title, names)]
    told += [_info("owner_id", FORMER_OWNER, owner=names.get(owner, owner), name=name) for owner, name in plan.owners.items()]
    codes = [str(row["code"]) for row in plan.rows if row.get("code") and row["code"] != final.get("code")]
    told += [_info("code", CODE_FINDS, code=code, name=title) for code in codes]
    return tuple(told)


def _info(field: str, template: str, target: str = "", **params: Any) -> Remark:
    return Remark(Severity.INFO, field, template, params, target)


def _doubts(plan: Plan) -> list[Remark]:
    """Return what speaks against these records being one."""
    found = []
    if plan.kind is RecordKind.COMPANY:
        codes = differing_credit_codes(plan.rows)
        if codes:
            found.append(Remark(Severity.WARNING, "credit_code", TWO_CREDIT_CODES, {"one": codes[0], "other": codes[1]}))
    if plan.kind is RecordKind.SITE:
        stays = plan.rows[plan.place]
        for row in plan.rows:
            params = {"name": name_of(plan.kind, stays), "other": name_of(plan.kind, row)}
            keys = (stays["premises_key"], row["premises_key"])
            if None not in keys and keys[0] != keys[1]:
                found.append(Remark(Severity.WARNING, "address", OTHER_PREMISES, params))
            if row["company_id"] != stays["company_id"]:
                found.append(Remark(Severity.WARNING, "company_id", OTHER_COMPANY, params))
    return found


def _of_kind(connection: Connection, plan: Plan, title: str, names: Mapping[str, str]) -> list[Remark]:
    ids = [str(row["id"]) for row in plan.rows]
    if plan.kind is RecordKind.SITE:
        clashes = merging_rows.main_clashes(connection, ids, plan.survivor)
        return [_info("is_main", TWO_MAIN, name=clash.kept, other=clash.gone) for clash in clashes]
    if plan.kind is RecordKind.CONTACT:
        return []
    found = [
        _info("", SAME_ADDRESS, f"{RecordKind.SITE.value}:{twin.other}", name=twin.one_name, other=twin.other_name)
        for twin in merging_rows.same_premises(connection, ids)
    ]
    row = next(row for row in plan.choices if row.choice.key == "parent_id")
    wanted = row.values[plan.place if row.chosen is None else row.chosen][0]
    if wanted != plan.parent:
        template = LIFTED_TO_TOP if plan.parent is None else LIFTED
        found.insert(0, _info("parent_id", template, name=title, parent=names.get(plan.parent or "", "")))
    return found
