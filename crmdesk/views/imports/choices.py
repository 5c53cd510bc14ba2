"""What a person chooses from in the wizard, in words: encodings, separators, row shapes, roles, fields, reasons."""

from collections import defaultdict
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP as _T
from crmdesk.exchange.encoding import COMMON_ENCODINGS
from crmdesk.exchange.field_names import fields_by_name
from crmdesk.exchange.fields import FIELDS, GROUP_LABELS, Field, Subject
from crmdesk.exchange.mapping import RowRole, RowShape
from crmdesk.exchange.mapping_proposal import REASON_LABELS, ColumnProposal, Reason
from crmdesk.ui.pickers.options import Option

_CONTEXT: Final = "imports"
_ENCODINGS: Final = {
    "utf-8": _T("imports", "UTF-8"),
    "utf-8-sig": _T("imports", "UTF-8 with mark"),
    "gb18030": _T("imports", "Simplified Chinese (GB18030, GBK)"),
    "big5": _T("imports", "Traditional Chinese (Big5)"),
    "big5hkscs": _T("imports", "Traditional Chinese (Big5-HKSCS)"),
    "utf-16": _T("imports", "UTF-16"),
    "cp1252": _T("imports", "Western European (Windows-1252)"),
    "shift_jis": _T("imports", "Japanese (Shift JIS)"),
    "euc_jp": _T("imports", "Japanese (EUC)"),
    "euc_kr": _T("imports", "Korean (EUC-KR)"),
}
_SEPARATORS: Final = {
    ",": _T("imports", "Comma ( , )"),
    ";": _T("imports", "Semicolon ( ; )"),
    "\t": _T("imports", "Tab"),
    "|": _T("imports", "Vertical bar ( | )"),
}
_SHAPES: Final = {
    RowShape.COMPANY_AND_SITE: _T("imports", "a company, with a site at its address"),
    RowShape.COMPANY: _T("imports", "a company, without a site"),
    RowShape.SITE: _T("imports", "a site of a company that the row names"),
    RowShape.CONTACT: _T("imports", "a contact at a company that the row names"),
    RowShape.BY_KIND: _T("imports", "what the column “What the row is” says"),
}
_ROLES: Final = {
    RowRole.COMPANY: _T("imports", "Company, with a site at its address"),
    RowRole.BRANCH: _T("imports", "Branch company under its parent, with a site"),
    RowRole.GROUP: _T("imports", "Group"),
    RowRole.SITE: _T("imports", "Site of its parent"),
    RowRole.CONTACT: _T("imports", "Contact"),
    RowRole.SKIP: _T("imports", "Nothing: leave these rows out"),
}
_SURE: Final = 0.85


def _say(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def encodings(present: str) -> list[tuple[str, str]]:
    """Return name and label of the encodings offered; the one in use is always among them."""
    names = list(COMMON_ENCODINGS)
    if present and present not in names:
        names.insert(0, present)
    return [(name, _say(_ENCODINGS[name]) if name in _ENCODINGS else name) for name in names]


def separators(present: str) -> list[tuple[str, str]]:
    """Return character and label of the separators offered; the one in use is always among them."""
    chars = list(_SEPARATORS)
    if present and present not in chars:
        chars.insert(0, present)
    return [(char, _say(_SEPARATORS[char]) if char in _SEPARATORS else char) for char in chars]


def shapes() -> list[tuple[RowShape, str]]:
    """Return what the rows of a file can be."""
    return [(shape, _say(text)) for shape, text in _SHAPES.items()]


def roles() -> list[tuple[RowRole, str]]:
    """Return what one row can become."""
    return [(role, _say(text)) for role, text in _ROLES.items()]


def field_options(subject: Subject = Subject.ACCOUNTS) -> list[Option]:
    """Return the fields of a subject under their groups, found also by what other programs call them."""
    options: list[Option] = []
    for group in dict.fromkeys(field.group for field in FIELDS.values() if field.subject is subject):
        options.append(Option(group.value, _field_label(GROUP_LABELS[group]), disabled=True))
        options += [
            Option(field.key, _field_label(field.label), group.value, search_text=_other_names(subject).get(field.key, ""))
            for field in FIELDS.values()
            if field.group is group
        ]
    return options


def field_words(key: str) -> str:
    """Return a field's label; a mapping may also hold a key nobody knows."""
    return _field_label(FIELDS[key].label) if key in FIELDS else key


def why(proposal: ColumnProposal) -> str:
    """Return in words why a column was given its field, and whether it should be looked at."""
    reason = _field_label(REASON_LABELS[proposal.reason])
    return reason if is_sure(proposal) else _say(_T("imports", "{reason} – please check")).format(reason=reason)


def is_sure(proposal: ColumnProposal) -> bool:
    """Whether a proposal needs no look."""
    return proposal.key is None or proposal.reason in {Reason.REMEMBERED, Reason.NAME} or proposal.confidence >= _SURE


def ignored(field: Field) -> str:
    """Return why a column of this field is read and not written."""
    return _field_label(field.ignored)


def _field_label(label: str) -> str:
    return QCoreApplication.translate("fields", label)


@cache
def _other_names(subject: Subject) -> dict[str, str]:
    names: dict[str, list[str]] = defaultdict(list)
    for name, keys in fields_by_name(subject).items():
        names[keys[0]].append(name)
    return {key: " ".join(found) for key, found in names.items()}
