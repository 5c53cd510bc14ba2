"""Which column of a file is which field, and what a row becomes: a value that is saved as JSON and applied to rows.

The JSON of `to_json` is public: `crmdesk import FILE --map MAP.json` reads it (`docs/adr/0010-which-register-rows-become-companies.md`
uses it). Unknown keys are refused, so that a typo never silently drops a column.
"""

import hashlib
import json
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field, replace
from enum import StrEnum, unique
from typing import Any, Final, TypeVar

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.dates import DateOrder
from crmdesk.exchange.empty_texts import folded
from crmdesk.exchange.field_names import normal_name
from crmdesk.exchange.fields import FIELDS, IDENTIFYING, NAMING_A_LEAD, Subject

_E = TypeVar("_E", bound=StrEnum)
FORMAT: Final = 1
"""Version of the JSON form, under the key `crmdesk_mapping`."""


@unique
class RowShape(StrEnum):
    """What the rows of a file are."""

    COMPANY_AND_SITE = "company+site"  # a company, and the site at its address when it has one
    COMPANY = "company"
    SITE = "site"  # a site of the company that the company fields name
    CONTACT = "contact"  # a person at the company (and site) that the other fields name
    BY_KIND = "by_kind"  # the value of `row.kind` decides
    LEAD = "lead"


@unique
class RowRole(StrEnum):
    """What one row becomes."""

    COMPANY = "company"  # a company node of kind legal entity, with a head-office site when it has an address
    BRANCH = "branch"  # a company node of kind registered branch under its parent, with the site at its address
    GROUP = "group"  # a company node of kind group
    SITE = "site"  # a site under the parent company
    CONTACT = "contact"
    LEAD = "lead"
    SKIP = "skip"


class MappingInvalid(CrmError):
    """A mapping cannot be used. Params: `column` (or key), `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "The mapping cannot be used: {column}: {reason}")


class MappingUnreadable(CrmError):
    """A mapping file is not the JSON it should be. Params: `file`, `reason`."""

    template = QT_TRANSLATE_NOOP("errors", "{file} is no mapping file: {reason}")


_ROLE_OF_SHAPE: Final = {
    RowShape.COMPANY_AND_SITE: RowRole.COMPANY,
    RowShape.COMPANY: RowRole.COMPANY,
    RowShape.SITE: RowRole.SITE,
    RowShape.CONTACT: RowRole.CONTACT,
    RowShape.LEAD: RowRole.LEAD,
}
_KEYS: Final = frozenset(
    {"crmdesk_mapping", "name", "columns", "constants", "row", "path_separator", "date_order", "empties", "headers", "requires"}
)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Columns → fields, constants and the options of one kind of file.

    Attributes:
        columns: (column name, field key) in the file's order; several columns only for fields with a joiner.
        constants: (field key, text) for every row; a filled cell of a column wins.
        shape: what the rows are.
        roles: (value of `row.kind`, role), only for `RowShape.BY_KIND`; compared without case and width.
        default_role: role of a row whose kind is not listed.
        path_separator: between the levels of an industry or source (`Trade / Retail`).
        date_order: how dates with the year at the end are read.
        empties: texts that mean an empty cell (`Select`, `N/A`), whatever their case.
        name: what the person called it; '' for a proposal.
        headers: all column names of the file it was made for; their signature finds it again.
        requires: columns by which a preset is recognised; empty for remembered mappings.
    """

    columns: tuple[tuple[str, str], ...]
    constants: tuple[tuple[str, str], ...] = ()
    shape: RowShape = RowShape.COMPANY_AND_SITE
    roles: tuple[tuple[str, RowRole], ...] = ()
    default_role: RowRole = RowRole.SITE
    path_separator: str = "/"
    date_order: DateOrder = DateOrder.YMD
    empties: tuple[str, ...] = ()
    name: str = ""
    headers: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()

    @property
    def signature(self) -> str:
        """The signature of the header line it was made for; '' when that had no names."""
        return header_signature(self.headers)

    @property
    def subject(self) -> Subject:
        """What its rows are about."""
        return Subject.LEADS if self.shape is RowShape.LEAD else Subject.ACCOUNTS

    def columns_of(self, key: str) -> tuple[str, ...]:
        """Return the columns mapped to a field."""
        return tuple(column for column, mapped in self.columns if mapped == key)

    def problems(self) -> tuple[MappingInvalid, ...]:
        """Return everything that forbids using it; empty when it is fine."""
        return tuple(_problems(self))

    def check(self) -> None:
        """Raise the first of `problems()`.

        Raises:
            MappingInvalid: names the column or field and the reason.
        """
        for problem in self.problems():
            raise problem

    def narrowed(self, headers: Iterable[str]) -> "Mapping":
        """Return this mapping without the columns that a file does not have, remembering the file's headers."""
        names = tuple(headers)
        have = {normal_name(name): name for name in reversed(names)}
        columns = tuple((have[normal_name(column)], key) for column, key in self.columns if normal_name(column) in have)
        return replace(self, columns=columns, headers=names)

    def bind(self, headers: Sequence[str]) -> "BoundMapping":
        """Make it ready to be applied to the rows of a file with these columns.

        Raises:
            MappingInvalid: it is faulty, or a mapped column is not in the file.
        """
        self.check()
        places = {normal_name(name): index for index, name in reversed(tuple(enumerate(headers)))}
        exact = {name: index for index, name in enumerate(headers)}
        sources: dict[str, list[int]] = {}
        for column, key in self.columns:
            place = exact.get(column, places.get(normal_name(column)))
            if place is None:
                raise MappingInvalid(column=column, reason=NO_SUCH_COLUMN)
            sources.setdefault(key, []).append(place)
        return BoundMapping(
            mapping=self,
            singles=tuple((key, places[0]) for key, places in sources.items() if len(places) == 1),
            joined=tuple((key, tuple(places), FIELDS[key].joiner) for key, places in sources.items() if len(places) > 1),
            role_of_kind={normal_name(kind): role for kind, role in self.roles},
            empties=frozenset(map(folded, self.empties)),
        )

    def to_json(self) -> str:
        """Return the documented JSON form, the same text for equal mappings."""
        columns: dict[str, str] = dict(self.columns)
        content: dict[str, Any] = {
            "crmdesk_mapping": FORMAT,
            "name": self.name,
            "columns": columns,
            "constants": dict(self.constants),
            "row": {
                "shape": self.shape.value,
                "roles": {kind: role.value for kind, role in self.roles},
                "default_role": self.default_role.value,
            },
            "path_separator": self.path_separator,
            "date_order": self.date_order.value,
            "empties": list(self.empties),
            "headers": list(self.headers),
            "requires": list(self.requires),
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str, file: str = "JSON") -> "Mapping":
        """Read the JSON form; only `columns` must be there.

        Raises:
            MappingUnreadable: no JSON, or not of this form.
            MappingInvalid: unknown keys, fields or values, or a faulty combination.
        """
        try:
            content = json.loads(text.removeprefix("\ufeff"))
        except ValueError as error:
            raise MappingUnreadable(file=file, reason=str(error)) from error
        if not isinstance(content, dict) or not isinstance(content.get("columns"), dict):
            raise MappingUnreadable(file=file, reason=NO_COLUMNS)
        if content.get("crmdesk_mapping", FORMAT) != FORMAT:
            raise MappingUnreadable(file=file, reason=NEWER_FORMAT)
        for key in content.keys() - _KEYS:
            raise MappingInvalid(column=key, reason=UNKNOWN_KEY)
        row = content.get("row", {})
        if not isinstance(row, dict):
            raise MappingUnreadable(file=file, reason=WRONG_TYPE)
        mapping = cls(
            columns=_text_pairs(content["columns"], file),
            constants=_text_pairs(content.get("constants", {}), file),
            shape=_choice(RowShape, row.get("shape", RowShape.COMPANY_AND_SITE), "row.shape"),
            roles=tuple((kind, _choice(RowRole, role, kind)) for kind, role in _text_pairs(row.get("roles", {}), file)),
            default_role=_choice(RowRole, row.get("default_role", RowRole.SITE), "row.default_role"),
            path_separator=str(content.get("path_separator", "/")),
            date_order=_choice(DateOrder, content.get("date_order", DateOrder.YMD), "date_order"),
            empties=_texts(content.get("empties", []), file),
            name=str(content.get("name", "")),
            headers=_texts(content.get("headers", []), file),
            requires=_texts(content.get("requires", []), file),
        )
        mapping.check()
        return mapping


@dataclass(frozen=True, slots=True)
class BoundMapping:
    """A mapping tied to the columns of one file; turns rows into values."""

    mapping: Mapping
    singles: tuple[tuple[str, int], ...]
    joined: tuple[tuple[str, tuple[int, ...], str], ...]
    role_of_kind: MappingABC[str, RowRole] = field(default_factory=dict)
    empties: frozenset[str] = frozenset()

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the filled fields of a row, by field key, blanks around the text removed."""
        found, empties = dict(self.mapping.constants), self.empties
        for key, place in self.singles:
            if (text := cells[place].strip()) and (not empties or text.casefold() not in empties):
                found[key] = text
        for key, places, joiner in self.joined:
            parts = [part for place in places if (part := cells[place].strip()) and folded(part) not in empties]
            if parts:
                found[key] = joiner.join(parts)
        return found

    def role(self, values: MappingABC[str, str]) -> RowRole:
        """Return what a row with these values becomes."""
        if self.mapping.shape is not RowShape.BY_KIND:
            return _ROLE_OF_SHAPE[self.mapping.shape]
        return self.role_of_kind.get(normal_name(values.get("row.kind", "")), self.mapping.default_role)


def header_signature(headers: Sequence[str]) -> str:
    """Return a short hash of the column names, whatever their order and case; '' for a table without names."""
    names = sorted({normal_name(name) for name in headers})
    if not names or all(name.removeprefix("column").isdigit() for name in names):
        return ""
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:24]


NO_SUCH_COLUMN: Final = QT_TRANSLATE_NOOP("errors", "the file has no such column.")
NO_COLUMNS: Final = QT_TRANSLATE_NOOP("errors", "it names no columns.")
NEWER_FORMAT: Final = QT_TRANSLATE_NOOP("errors", "it was written by a newer version.")
UNKNOWN_KEY: Final = QT_TRANSLATE_NOOP("errors", "nothing is called that in a mapping.")
WRONG_TYPE: Final = QT_TRANSLATE_NOOP("errors", "a value is of the wrong type.")
UNKNOWN_FIELD: Final = QT_TRANSLATE_NOOP("errors", "there is no such field.")
FIELD_TWICE: Final = QT_TRANSLATE_NOOP("errors", "another column is mapped to the same field.")
COLUMN_TWICE: Final = QT_TRANSLATE_NOOP("errors", "the column is mapped to two fields.")
NOBODY: Final = QT_TRANSLATE_NOOP("errors", "no column says which company a row belongs to.")
OTHER_SUBJECT: Final = QT_TRANSLATE_NOOP("errors", "rows of this kind have no such field.")
NAMELESS: Final = QT_TRANSLATE_NOOP("errors", "no column names the lead: its company, a person, mail, phone or number.")
KIND_MISSING: Final = QT_TRANSLATE_NOOP("errors", "no column is mapped to it, but it decides what a row is.")


def _problems(mapping: Mapping) -> Iterable[MappingInvalid]:
    columns: set[str] = set()
    taken: set[str] = set()
    for column, key in mapping.columns:
        yield from _field_problems(mapping, column, key)
        if key in taken and key in FIELDS and not FIELDS[key].joiner:
            yield MappingInvalid(column=column, reason=FIELD_TWICE)
        if column in columns:
            yield MappingInvalid(column=column, reason=COLUMN_TWICE)
        taken.add(key)
        columns.add(column)
    for key, _text in mapping.constants:
        yield from _field_problems(mapping, key, key)
        taken.add(key)
    if mapping.subject is Subject.LEADS and not taken.intersection(NAMING_A_LEAD):
        yield MappingInvalid(column="lead.company_name", reason=NAMELESS)
    elif mapping.subject is Subject.ACCOUNTS and not taken.intersection(IDENTIFYING):
        yield MappingInvalid(column="company.legal_name", reason=NOBODY)
    if mapping.shape is RowShape.BY_KIND and "row.kind" not in taken:
        yield MappingInvalid(column="row.kind", reason=KIND_MISSING)


def _field_problems(mapping: Mapping, column: str, key: str) -> Iterable[MappingInvalid]:
    if key not in FIELDS:
        yield MappingInvalid(column=column, reason=UNKNOWN_FIELD if column == key else f"{UNKNOWN_FIELD} ({key})")
    elif FIELDS[key].subject is not mapping.subject:
        yield MappingInvalid(column=column, reason=OTHER_SUBJECT)


def _choice(kind: type[_E], value: Any, key: str) -> _E:
    try:
        return kind(value)
    except ValueError as error:
        raise MappingInvalid(column=key, reason=", ".join(kind)) from error


def _text_pairs(content: Any, file: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise MappingUnreadable(file=file, reason=WRONG_TYPE)
    return tuple(content.items())


def _texts(content: Any, file: str) -> tuple[str, ...]:
    if not isinstance(content, list) or not all(isinstance(value, str) for value in content):
        raise MappingUnreadable(file=file, reason=WRONG_TYPE)
    return tuple(content)
