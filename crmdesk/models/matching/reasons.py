"""What speaks for or against two records being one, as sentences that the GUI translates."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

MATCHING: Final = "matching"
"""The translation context of every template."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence and its weight.

    Attributes:
        template: English sentence with named placeholders, marked with `QT_TRANSLATE_NOOP("matching", …)`.
        params: values of the placeholders, kept apart so that the GUI can translate the template first.
        weight: natural logarithm of how much likelier it makes that both are one; negative speaks against it.
        about: what was compared: `name`, `place`, `form`, `branch`, `credit_code`, `phone`, `address`, `company`.
    """

    template: str
    params: Mapping[str, Any] = dataclasses.field(default_factory=dict, hash=False)
    weight: float = 0.0
    about: str = "name"

    @property
    def message(self) -> str:
        """The whole sentence in English."""
        return self.template.format(**self.params)
