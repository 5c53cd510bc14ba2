"""Canonical values: what is typed or imported becomes what is stored, or a refusal that names field and cure.

One canonical form matters twice: the exchange compares values (`sync.md` §2.1, 3), and search and checks rely on it.
"""

import math
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from crmdesk.core.clock import from_iso, iso_ms
from crmdesk.core.errors import InvalidField
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import CompanyKind, RecordKind
from crmdesk.services.record_fields import FIELDS, FieldInfo, FieldType, field_info

Value = str | int | float | None
"""A field's value as stored: text, number or nothing. Dates are ISO text."""


class UnknownField(InvalidField):
    """The record has no such field, or nobody may type it. Params: `field`, `known`."""

    template = QT_TRANSLATE_NOOP("errors", "There is no field {field} that could be set. Known fields: {known}.")


_THE_NAME: Final = QT_TRANSLATE_NOOP("fields", "The name")
"""The label of what anything but a person is called: Chinese has another word for people's names."""


class FieldRequired(InvalidField):
    """An obligatory field is empty. Params: `field`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} must not be empty.")


class FieldTooLong(InvalidField):
    """A text is longer than the field holds. Params: `field`, `limit`, `length`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} holds at most {limit} characters; this text has {length}. Shorten it.")


class NotANumber(InvalidField):
    """A number field holds something else. Params: `field`, `value`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} must be a number, not “{value}”.")


class NotADate(InvalidField):
    """A date field holds something else. Params: `field`, `value`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} must be a date like 2026-11-22, not “{value}”.")


class NotAChoice(InvalidField):
    """A field with fixed choices holds something else. Params: `field`, `value`, `choices`."""

    template = QT_TRANSLATE_NOOP("errors", "{field} must be one of {choices}, not “{value}”.")


def tidy(text: str, *, keep_lines: bool = False) -> str:
    """Return text in NFC, without control characters, trimmed, and on one line unless `keep_lines`."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and "  " not in text:
        return text.strip()  # as nearly all texts are
    if keep_lines:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return "\n".join(_printable(line).rstrip() for line in lines).strip()
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(
        " " if unicodedata.category(char) in {"Zs", "Zl", "Zp", "Cc"} else char
        for char in text
        if unicodedata.category(char) not in {"Cf", "Cs"} or char in "\u200c\u200d"
    )


def canonical(info: FieldInfo, value: object) -> Value:
    """Return the stored form of one field's value; empty text is None.

    Raises:
        InvalidField: the value does not fit the field; the message says what would.
    """
    if value is None:
        return None
    match info.type:
        case FieldType.WHOLE_NUMBER | FieldType.FLAG | FieldType.MONEY:
            return _whole(info, value)
        case FieldType.DECIMAL:
            return _decimal(info, value)
        case FieldType.DATE:
            return _day(info, value)
        case FieldType.MOMENT:
            return _moment(info, value)
        case _:
            return _text(info, str(value))


def _text(info: FieldInfo, value: str) -> str | None:
    text = tidy(value, keep_lines=info.type is FieldType.LONG_TEXT)
    if info.type is FieldType.CODE or info.type is FieldType.COUNTRY:  # a set of enum members would be built every time
        text = unicodedata.normalize("NFKC", text).upper()
    if len(text) > info.limit:
        raise FieldTooLong(field=info.label, limit=info.limit, length=len(text))
    if info.type is FieldType.COMPANY_KIND and text and text not in set(CompanyKind):
        raise NotAChoice(field=info.label, value=text, choices=", ".join(CompanyKind))
    if info.choices and text and text not in info.choices:
        raise NotAChoice(field=info.label, value=text, choices=", ".join(info.choices))
    return text or None


def _whole(info: FieldInfo, value: object) -> int | None:
    if isinstance(value, bool | int):
        return int(value)
    text = tidy(unicodedata.normalize("NFKC", str(value))).replace(",", "").replace(" ", "").removesuffix(".0")
    if not text:
        return None
    try:
        number = int(text)
    except ValueError:
        raise NotANumber(field=info.label, value=value) from None
    if abs(number) >= 2**53:
        raise NotANumber(field=info.label, value=value)
    return number


def _decimal(info: FieldInfo, value: object) -> float | None:
    text = tidy(unicodedata.normalize("NFKC", str(value)))
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        raise NotANumber(field=info.label, value=value) from None
    if not math.isfinite(number):
        raise NotANumber(field=info.label, value=value)
    return number


def _day(info: FieldInfo, value: object) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = tidy(str(value))
    if not text:
        return None
    try:
        return date.fromisoformat(text.replace("/", "-").replace(".", "-")).isoformat()
    except ValueError:
        raise NotADate(field=info.label, value=value) from None


def _moment(info: FieldInfo, value: object) -> str | None:
    if isinstance(value, datetime):
        return iso_ms(value)
    text = tidy(str(value))
    if not text:
        return None
    try:
        return iso_ms(from_iso(text))
    except ValueError:
        raise NotADate(field=info.label, value=value) from None


def canonical_values(kind: RecordKind, values: Mapping[str, object]) -> dict[str, Value]:
    """Return the stored form of several fields of one record.

    Raises:
        UnknownField: a key is no field, or is set by the program only. InvalidField: a value does not fit.
    """
    result: dict[str, Value] = {}
    for key, value in values.items():
        info = field_info(kind, key)
        if info is None or info.read_only:
            known = ", ".join(field.key for field in FIELDS.get(kind, ()) if not field.read_only)
            raise UnknownField(field=key, known=known)
        result[key] = canonical(info, value)
        if info.required and result[key] is None:
            raise FieldRequired(field=info.label)
    return result


def require_name(values: Mapping[str, object], *, is_new: bool) -> None:
    """Refuse an empty name of anything but a person; of what is there already it may be left out.

    Raises:
        FieldRequired: as its text says.
    """
    if (is_new or "name" in values) and not values.get("name"):
        raise FieldRequired(field=_THE_NAME)


def with_written_phones(kind: RecordKind, values: Mapping[str, Value], country: str | None) -> dict[str, Value]:
    """Return the values with phone numbers written as their country does; what is no number stays as typed."""
    from crmdesk.models.phones import written_phones

    phones = {info.key for info in FIELDS.get(kind, ()) if info.type is FieldType.PHONE}
    return {
        key: written_phones(value, country or "CN") if key in phones and isinstance(value, str) else value
        for key, value in values.items()
    }
