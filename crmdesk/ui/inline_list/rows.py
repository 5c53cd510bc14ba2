"""Columns and rows of an inline list as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from crmdesk.ui.forms.fields import Choice, FieldKind


@dataclass(frozen=True, slots=True)
class InlineColumn:
    """One column: its key in a row's values, heading, kind of input, and share of the width."""

    key: str
    title: str
    kind: FieldKind = FieldKind.TEXT
    share: int = 1
    placeholder: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class InlineRow:
    """One row; `is_main` where the list has a main column, of which one row at most is the main one."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)
    is_main: bool = False
