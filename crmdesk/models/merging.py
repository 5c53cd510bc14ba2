"""Which value a merged record takes by default, and why: pure rules over the records' columns.

Fields that mean something only together are one choice: an address is taken as a whole from one record (`facts.md` §10), so are a
grade with its date and person, and the block of an invoice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from typing import Any, Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind, SiteStatus
from crmdesk.models.identifiers import is_credit_code, is_ubn, normalise_credit_code

_T: Final = QT_TRANSLATE_NOOP


@unique
class Why(Enum):
    """Why a value is the default; the value is the sentence, translation context `merging`."""

    EQUAL = _T("merging", "the same everywhere")
    ONLY = _T("merging", "the only one filled")
    KEPT = _T("merging", "of the record that stays")
    LONGER = _T("merging", "the longer name")
    VALID = _T("merging", "its check digits are right")
    NEWER = _T("merging", "edited last")
    FULLER = _T("merging", "the most complete")
    FURTHER = _T("merging", "the furthest status")
    BOTH = _T("merging", "both are kept, one below the other")
    CHOSEN = _T("merging", "your choice")


@unique
class Rule(Enum):
    """How the default of a choice is found among the filled values that differ."""

    KEPT = "kept"
    NEWER = "newer"
    LONGER = "longer"
    VALID = "valid"
    FULLER = "fuller"
    FURTHER = "further"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: a field, or fields that go together.

    Attributes:
        key: the column's name, or the name of the block.
        label: English, translation context `fields`; None for a single field, whose label the catalogue of fields has.
    """

    key: str
    columns: tuple[str, ...]
    rule: Rule = Rule.NEWER
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Default:
    """The place of the chosen record among those given, and why; `None` takes all values together (notes)."""

    place: int | None
    why: Why


def _single(rule: Rule, *columns: str) -> tuple[Choice, ...]:
    return tuple(Choice(column, (column,), rule) for column in columns)


ADDRESS: Final = Choice(
    "address",
    ("address_text", "country", "province", "city", "district", "street", "postcode", "latitude", "longitude"),
    Rule.FULLER,
    _T("fields", "Address"),
)
GRADE: Final = Choice("grade", ("grade", "graded_at", "graded_by"), Rule.NEWER, _T("fields", "Grade"))
INVOICE: Final = Choice(
    "invoice",
    ("invoice_title", "invoice_address", "invoice_phone", "bank_name", "bank_account"),
    Rule.FULLER,
    _T("fields", "Invoice and bank"),
)
_FIVE: Final = (*_single(Rule.NEWER, "industry_id", "source_id", "customer_kind"), GRADE)

CHOICES: Final[dict[RecordKind, tuple[Choice, ...]]] = {
    RecordKind.COMPANY: (
        *_single(Rule.LONGER, "legal_name"),
        *_single(Rule.KEPT, "short_name", "code"),
        *_single(Rule.VALID, "credit_code"),
        *_single(Rule.KEPT, "parent_id", "kind", "owner_id"),
        *_FIVE,
        *_single(Rule.KEPT, "country"),
        *_single(Rule.NEWER, "phone", "website", "headcount", "registered_on"),
        INVOICE,
        *_single(Rule.JOINED, "note"),
    ),
    RecordKind.SITE: (
        *_single(Rule.KEPT, "name", "code", "company_id"),
        ADDRESS,
        *_single(Rule.VALID, "credit_code"),
        *_single(Rule.KEPT, "owner_id"),
        *_single(Rule.FURTHER, "status"),
        *_FIVE,
        *_single(Rule.NEWER, "place_kind", "functions", "phone", "email", "website", "tier"),
        *_single(Rule.JOINED, "note"),
    ),
    RecordKind.CONTACT: (
        *_single(Rule.KEPT, "name"),
        *_single(Rule.NEWER, "mobile", "phone", "email", "address_text"),
        *_single(Rule.JOINED, "note"),
    ),
}
"""What is chosen when records of a kind are merged, in the order in which it is shown; every field of the kind is in one choice."""

_STATUSES: Final = (SiteStatus.EXISTING, SiteStatus.SLEEPING, SiteStatus.FIGHTING, SiteStatus.LOST, SiteStatus.LEAD)
"""Furthest first: who has ever bought is a customer, whatever the other record says (`facts.md` §2)."""


def values_of(choice: Choice, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the values of a choice's columns in one record; empty texts count as nothing."""
    return tuple(None if row[column] == "" else row[column] for column in choice.columns)


def default_of(
    choice: Choice, rows: Sequence[Mapping[str, Any]], survivor: int, edited: Sequence[int], note_limit: int = 20_000
) -> Default:
    """Return whose value the merged record takes unless somebody chooses otherwise.

    Args:
        choice: what is chosen.
        rows: the records' columns.
        survivor: place of the record that stays.
        edited: for each record when these columns were changed last, a number that grows with time.
        note_limit: longest text that joined notes may make.
    """
    values = [values_of(choice, row) for row in rows]
    filled = [place for place, value in enumerate(values) if any(part is not None for part in value)]
    if len(set(values)) == 1:
        return Default(survivor, Why.EQUAL)
    if len(filled) == 1:
        return Default(filled[0], Why.ONLY)
    kept = survivor if survivor in filled else filled[0]
    if choice.rule is Rule.JOINED and len(joined([str(values[place][0]) for place in filled])) <= note_limit:
        return Default(None, Why.BOTH)
    if choice.rule in {Rule.JOINED, Rule.KEPT}:
        return Default(kept, Why.KEPT)
    marks, why = _marks(choice.rule, values, edited)
    return _best(filled, kept, marks, why)


def _marks(rule: Rule, values: Sequence[tuple[Any, ...]], edited: Sequence[int]) -> tuple[list[int], Why]:
    match rule:
        case Rule.LONGER:
            return [len(str(value[0] or "")) for value in values], Why.LONGER
        case Rule.VALID:
            return [int(_is_valid(value[0])) for value in values], Why.VALID
        case Rule.FULLER:
            return [sum(part is not None for part in value) for value in values], Why.FULLER
        case Rule.FURTHER:
            return [-_status(value[0]) for value in values], Why.FURTHER
        case _:
            return list(edited), Why.NEWER


def joined(notes: Sequence[str]) -> str:
    """Return notes one below the other, each text once."""
    return "\n\n".join(dict.fromkeys(note.strip() for note in notes if note.strip()))


def default_survivor(children: Sequence[int], has_code: Sequence[bool], born: Sequence[int]) -> int:
    """Return the place of the record that stays unless somebody chooses otherwise.

    Args:
        children: how much hangs on each record.
        has_code: whether people can know it by a code.
        born: row number; the oldest is the smallest.
    """
    return max(range(len(children)), key=lambda place: (children[place], has_code[place], -born[place]))


def _best(filled: list[int], kept: int, marks: list[int], why: Why) -> Default:
    highest = max(marks[place] for place in filled)
    if marks[kept] == highest:
        alone = sum(marks[place] == highest for place in filled) == 1
        return Default(kept, why if alone else Why.KEPT)
    return Default(next(place for place in filled if marks[place] == highest), why)


def _is_valid(code: object) -> bool:
    text = normalise_credit_code(str(code or ""))
    return is_credit_code(text) or is_ubn(text)


def _status(value: object) -> int:
    return next((place for place, status in enumerate(_STATUSES) if status.value == value), len(_STATUSES))


def differing_credit_codes(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the valid credit codes that differ: strong evidence that the records are different companies."""
    codes = (str(row.get("credit_code") or "") for row in rows)
    valid = tuple(dict.fromkeys(normalise_credit_code(code) for code in codes if _is_valid(code)))
    return valid if len(valid) > 1 else ()
