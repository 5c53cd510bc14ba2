"""What a rule has to say about one field while a form is filled or a row is imported."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from crmdesk.core.vocabulary import Severity

REMARKS: Final = "remarks"  # the translation context of every template


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one field, with its cure where there is one.

    Attributes:
        severity: an error blocks saving; a warning and an information do not.
        field: the column the remark belongs to (`credit_code`, `phone` …); empty for the record as a whole.
        template: English sentence with named placeholders, marked with `QT_TRANSLATE_NOOP("remarks", …)`.
        params: values of the placeholders, kept apart so that the GUI can translate the template first.
        target: key of another record the sentence speaks of (`company:…`, `site:…`), to be shown as a link; empty for none.
    """

    severity: Severity
    field: str
    template: str
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    target: str = ""

    @property
    def message(self) -> str:
        """The whole sentence in English."""
        return self.template.format(**self.params)
