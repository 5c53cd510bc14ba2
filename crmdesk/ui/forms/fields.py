"""Fields of a form as data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from crmdesk.ui.pickers.options import Option
from crmdesk.ui.table.columns import Severity

Value = str | int | date | None
"""What a field holds; an empty text is None."""


class FieldKind(Enum):
    """How a field is edited."""

    TEXT = "text"
    MULTILINE = "multiline"
    CODE = "code"
    """Upper-case letters and digits."""
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    TREE = "tree"
    PHONE = "phone"
    MAIL = "mail"
    READ_ONLY = "read_only"


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a combo box."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a field, in one line, with its cure.

    Attributes:
        severity: an error, a warning, or something worth knowing.
        text: the sentence, translated.
        link_text: words of the link that leads to the cure or the other record; empty for none.
        link_target: what `link_activated` tells.
    """

    severity: Severity
    text: str
    link_text: str = ""
    link_target: str = ""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field.

    Attributes:
        key: its name in `values`.
        label: translated label, without mnemonic.
        kind: how it is edited.
        section: key of the section it stands in.
        choices: entries of a CHOICE; an empty one means that nothing need be chosen.
        options: options of a TREE.
        max_depth: levels of a TREE offered, 0 for all.
        placeholder: shown while empty.
        tooltip: explains the field.
        is_copyable: a button beside it copies its value; PHONE and MAIL always have one.
        read_only_reason: when not empty the field cannot be edited and says why.
        max_length: most characters, 0 for any.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    section: str = ""
    choices: tuple[Choice, ...] = ()
    options: tuple[Option, ...] = ()
    max_depth: int = 0
    placeholder: str = ""
    tooltip: str = ""
    is_copyable: bool = False
    read_only_reason: str = ""
    max_length: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A group of fields under a title; on a wide form it stands in `column` 0 or 1, in the order given.

    Attributes:
        copied: gives the text a button beside the title copies; a bound method of whoever shows the form. None for no button.
        copied_what: what is copied, in the reader's language.
    """

    key: str
    title: str = ""
    column: int = 0
    copied: Callable[[], str] | None = None
    copied_what: str = ""
