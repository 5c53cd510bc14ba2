"""Why a row is refused: the errors, and their sentences in English or in the words of the person who imports."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from crmdesk.core.errors import CrmError, InvalidField
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.models.customer_codes import BadCode
from crmdesk.services.account_writing import CodeTaken
from crmdesk.services.record_values import FieldTooLong, NotAChoice, NotADate, NotANumber

Words = Mapping[str, str]
"""English text → the text in the language of the person; what is missing stays English."""
ENGLISH: Final[Words] = MappingProxyType({})


class RowRefused(CrmError):
    """A row cannot be imported; nothing of it is. Params: `row`, `field`, `reason`.

    Attributes:
        field: English label of the field it is about, empty for the row as a whole. cause: what is wrong.
    """

    template = QT_TRANSLATE_NOOP("errors", "Row {row}: {field}: {reason}")

    def __init__(self, row: int, field: str, cause: CrmError) -> None:
        super().__init__(row=row, field=field or "–", reason=cause.message)
        self.row = row
        self.field = field
        self.cause = cause


class NobodyNamed(CrmError):
    """A row names no company at all."""

    template = QT_TRANSLATE_NOOP("errors", "no company is named in this row. Fill its name, code or credit code.")


class LeadNameless(CrmError):
    """A row says nothing by which a lead could be called."""

    template = QT_TRANSLATE_NOOP("errors", "nobody is named in this row. Fill the company, a person, mail, phone or number.")


class DamagedText(CrmError):
    """A row holds bytes that are no characters."""

    template = QT_TRANSLATE_NOOP("errors", "the text holds characters that cannot be read. Choose the file's right encoding.")


class SurplusCells(CrmError):
    """A row has more filled cells than the table has columns. Params: `cells`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "there are more cells than columns ({cells}). A quote or separator is missing in this row."
    )


REASONS: Final[tuple[type[CrmError], ...]] = (
    *(NobodyNamed, LeadNameless, DamagedText, SurplusCells),
    *(FieldTooLong, NotANumber, NotADate, NotAChoice, BadCode, CodeTaken),
)
"""Every cause a row is refused for."""


def reason_params(refusal: RowRefused) -> dict[str, str | int]:
    """Return the values of the cause's placeholders as JSON holds them; the field is called as the columns are."""
    params: dict[str, Any] = dict(refusal.cause.params)
    if "field" in params:
        params["field"] = refusal.field
    return {key: value if isinstance(value, int) else str(value) for key, value in params.items()}


def reason_sentence(field: str, template: str, params: Mapping[str, Any], words: Words = ENGLISH) -> str:
    """Return why a row is refused, with the field it is about unless the sentence names it anyway."""
    label = words.get(field, field)
    sentence = words.get(template, template).format(**{**params, "field": label})
    if not field or "{field}" in template:
        return sentence
    joined = InvalidField.template
    return words.get(joined, joined).format(field=label, reason=sentence)
