"""From the catalogue of fields to the fields of a form, and from its values back to what is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.remarks import Remark
from crmdesk.core.vocabulary import CompanyKind, RecordKind, Taxonomy
from crmdesk.core.vocabulary import Severity as Gravity
from crmdesk.services.record_fields import FieldInfo, FieldType, field_info
from crmdesk.ui.forms.fields import Choice, FieldKind, FieldSpec, Problem, Section, Value
from crmdesk.ui.pickers.options import Option
from crmdesk.ui.table.columns import Severity
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.words import field_label, remark_text, word

Stored = str | int | float | None
"""A value as services give and take it."""

_KINDS: Final[Mapping[FieldType, FieldKind]] = {
    FieldType.LONG_TEXT: FieldKind.MULTILINE,
    FieldType.CODE: FieldKind.CODE,
    FieldType.PHONE: FieldKind.PHONE,
    FieldType.EMAIL: FieldKind.MAIL,
    FieldType.WHOLE_NUMBER: FieldKind.NUMBER,
    FieldType.DATE: FieldKind.DATE,
    FieldType.COUNTRY: FieldKind.TREE,
    FieldType.TERM_ID: FieldKind.TREE,
    FieldType.TERM_CODE: FieldKind.CHOICE,
    FieldType.USER: FieldKind.CHOICE,
    FieldType.COMPANY_KIND: FieldKind.CHOICE,
}
_COPIED: Final = frozenset({"legal_name", "name", "code", "credit_code", "website", "bank_account"})
_SEVERITIES: Final = {Gravity.ERROR: Severity.ERROR, Gravity.WARNING: Severity.WARNING, Gravity.INFO: Severity.INFO}
GRADED: Final = "graded"
"""Key of the read-only field that says since when and by whom the grade holds."""


@dataclass(frozen=True, slots=True)
class FormContent:
    """Fields and sections of one form, with the values that are only shown (graded since …)."""

    fields: tuple[FieldSpec, ...]
    sections: tuple[Section, ...]
    shown: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldMaker:
    """Makes the fields of one kind of record.

    Attributes:
        inherited: values the company gives where a site's own are empty.
        industry_depth: levels of the industry tree that are offered.
    """

    kind: RecordKind
    choices: Choices
    industry_depth: int = 0
    inherited: Mapping[str, Stored] = field(default_factory=dict)

    def make(self, key: str, section: str, *, label: str = "", kind: FieldKind | None = None) -> FieldSpec:
        """Return one field of the catalogue for a form.

        Raises:
            KeyError: the record has no such field.
        """
        info = field_info(self.kind, key)
        if info is None:
            raise KeyError(key)
        inherited = self.inherited.get(key)
        from_company = "" if inherited is None else _from_company(self.choices.name(inherited))
        return FieldSpec(
            key,
            label or field_label(info.label),
            kind or _KINDS.get(info.type, FieldKind.TEXT),
            section,
            choices=self._choices(info, from_company),
            options=self._options(info),
            max_depth=self.industry_depth if info.taxonomy is Taxonomy.INDUSTRY else 0,
            placeholder=from_company,
            tooltip=from_company,
            is_copyable=key in _COPIED,
            max_length=info.limit,
        )

    def graded(self, section: str) -> FieldSpec:
        """Return the field that says since when and by whom the grade holds."""
        label = QCoreApplication.translate("account_form", "Graded")
        tip = QCoreApplication.translate("account_form", "A grade is a person's decision; date and name are kept with it.")
        return FieldSpec(GRADED, label, FieldKind.READ_ONLY, section, tooltip=tip)

    def graded_text(self, values: Mapping[str, Stored]) -> str | None:
        """Return since when and by whom the grade holds."""
        day, person = values.get("graded_at"), values.get("graded_by")
        if not day:
            return None
        if not person:
            return QCoreApplication.translate("account_form", "since {day}").format(day=day)
        template = QCoreApplication.translate("account_form", "since {day}, by {person}")
        return template.format(day=day, person=self.choices.name(person))

    def _choices(self, info: FieldInfo, from_company: str) -> tuple[Choice, ...]:
        if info.type is FieldType.USER:
            return (Choice("", from_company or "—"), *self.choices.users)
        if info.type is FieldType.COMPANY_KIND:
            return tuple(Choice(kind.value, word(kind)) for kind in CompanyKind)
        if info.type is FieldType.TERM_CODE and info.taxonomy is not None:
            return self.choices.choices.get(info.taxonomy, ())
        return ()

    def _options(self, info: FieldInfo) -> tuple[Option, ...]:
        if info.type is FieldType.COUNTRY:
            return self.choices.countries
        if info.type is FieldType.TERM_ID and info.taxonomy is not None:
            return self.choices.options.get(info.taxonomy, ())
        return ()


def _from_company(name: str) -> str:
    return QCoreApplication.translate("account_form", "{name} (from the company)").format(name=name)


def shown_values(kind: RecordKind, values: Mapping[str, Stored]) -> dict[str, Value]:
    """Return stored values as a form shows them."""
    found: dict[str, Value] = {}
    for key, value in values.items():
        info = field_info(kind, key)
        if info is not None and info.type is FieldType.DATE and isinstance(value, str):
            found[key] = _day(value)
        else:
            found[key] = str(value) if isinstance(value, float) else value
    return found


def _day(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def typed_values(kind: RecordKind, values: Mapping[str, Value], keys: Sequence[str] | None = None) -> dict[str, object]:
    """Return what a person may set, from a form's values; only `keys` when given."""
    wanted = values.keys() if keys is None else keys
    found: dict[str, object] = {}
    for key in wanted:
        info = field_info(kind, key)
        if info is not None and not info.read_only:
            found[key] = values[key]
    return found


def problems_from(remarks: Sequence[Remark]) -> dict[str, list[Problem]]:
    """Return remarks as problems beside their fields, with a link to the record they speak of."""
    found: dict[str, list[Problem]] = {}
    link = QCoreApplication.translate("account_form", "Show it")
    for remark in remarks:
        problem = Problem(_SEVERITIES[remark.severity], remark_text(remark), link if remark.target else "", remark.target)
        found.setdefault(remark.field, []).append(problem)
    return found
