"""Proposing a mapping for a file nobody mapped before: by remembered mappings, by column name, by content."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum, unique
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.column_content import ColumnContent, Content, contradicts, look_at_column
from crmdesk.exchange.dates import DateOrder, guess_date_order
from crmdesk.exchange.empty_texts import empties_of
from crmdesk.exchange.field_names import bare_name, fields_by_name, normal_name
from crmdesk.exchange.fields import FIELDS, IDENTIFYING, FieldGroup, Subject, ValueKind
from crmdesk.exchange.lead_field_names import speaks_of_leads
from crmdesk.exchange.mapping import Mapping, RowRole, RowShape, header_signature

SIMILAR: Final = 88.0
"""Least likeness (rapidfuzz ratio, 0 … 100) of two column names that are taken for the same."""
_LEAST_CONFIDENCE: Final = 0.5


@unique
class Reason(StrEnum):
    """Why a column is mapped to its field, or to none."""

    REMEMBERED = "remembered"
    NAME = "name"
    SIMILAR_NAME = "similar_name"
    CONTENT = "content"
    CONTRADICTION = "contradiction"
    TAKEN = "taken"
    UNKNOWN = "unknown"


REASON_LABELS: Final[dict[Reason, str]] = {
    Reason.REMEMBERED: QT_TRANSLATE_NOOP("fields", "As in the mapping kept for such files"),
    Reason.NAME: QT_TRANSLATE_NOOP("fields", "By the name of the column"),
    Reason.SIMILAR_NAME: QT_TRANSLATE_NOOP("fields", "The name of the column is similar"),
    Reason.CONTENT: QT_TRANSLATE_NOOP("fields", "By what the column holds"),
    Reason.CONTRADICTION: QT_TRANSLATE_NOOP("fields", "The name fits, the values do not"),
    Reason.TAKEN: QT_TRANSLATE_NOOP("fields", "Another column fits the same field better"),
    Reason.UNKNOWN: QT_TRANSLATE_NOOP("fields", "Not recognised"),
}


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """The proposal for one column: a field key or None, how sure (0 … 1), and why."""

    column: str
    key: str | None
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping and its reasons. `mapping.problems()` tells whether it can be used as it is."""

    mapping: Mapping
    columns: tuple[ColumnProposal, ...]


def propose_mapping(
    headers: Sequence[str],
    sample_rows: Sequence[Sequence[str]],
    known: Iterable[Mapping] = (),
    subject: Subject | None = None,
) -> Proposal:
    """Propose which column is which field.

    Args:
        headers: the column names.
        sample_rows: cells of the first rows.
        known: remembered mappings and presets, the preferred first.
        subject: what the rows are about; None is told from the column names.
    """
    fitting = [one for one in known if subject is None or one.subject is subject]
    if (remembered := find_known(headers, fitting)) is not None:
        if remembered.requires:  # of a preset nobody said what is empty in this file
            remembered = replace(remembered, empties=_empties(headers, dict(remembered.columns), sample_rows))
        keys = dict(remembered.columns)
        return Proposal(
            remembered,
            tuple(
                ColumnProposal(
                    name, keys.get(name), 1.0 if name in keys else 0.0, Reason.REMEMBERED if name in keys else Reason.UNKNOWN
                )
                for name in headers
            ),
        )
    values = [[row[index] if index < len(row) else "" for row in sample_rows] for index in range(len(headers))]
    shape = _guess_shape(headers, guess_subject(headers) if subject is None else subject)
    has_people = any(key.startswith("contact.") for name in headers for key in _named(name)[:1])
    options = [
        _of_people(_options(name, values[index], shape)) if has_people else _options(name, values[index], shape)
        for index, name in enumerate(headers)
    ]
    columns = _assign(headers, options)
    pairs = tuple((column.column, column.key) for column in columns if column.key is not None)
    dates = [
        text
        for index, column in enumerate(columns)
        if column.key and FIELDS[column.key].value is ValueKind.DATE
        for text in values[index]
    ]
    mapping = Mapping(
        columns=pairs,
        shape=_final_shape(shape, {key for _column, key in pairs}),
        roles=DEFAULT_ROLES if shape is RowShape.BY_KIND else (),
        date_order=guess_date_order(dates) if dates else DateOrder.YMD,
        empties=_empties(headers, dict(pairs), sample_rows),
        headers=tuple(headers),
    )
    return Proposal(mapping, columns)


def guess_subject(headers: Sequence[str]) -> Subject:
    """Return what the rows below these column names are about."""
    return Subject.LEADS if speaks_of_leads(map(normal_name, headers)) else Subject.ACCOUNTS


def _empties(headers: Sequence[str], keys: dict[str, str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return empties_of(rows, [place for place, name in enumerate(headers) if name in keys])


def find_known(headers: Sequence[str], known: Iterable[Mapping]) -> Mapping | None:
    """Return the mapping made for this header line, else the preset whose columns are all there, fitted to the headers."""
    candidates = tuple(known)
    signature = header_signature(headers)
    for mapping in candidates:
        if signature and mapping.signature == signature:
            return mapping.narrowed(headers)
    names = {normal_name(name) for name in headers}
    fitting = [m for m in candidates if m.requires and all(normal_name(name) in names for name in m.requires)]
    best = max(fitting, key=lambda m: len(m.narrowed(headers).columns), default=None)
    return best.narrowed(headers) if best is not None else None


DEFAULT_ROLES: Final[tuple[tuple[str, RowRole], ...]] = (
    *(
        (kind, RowRole.COMPANY)
        for kind in ("总公司", "總公司", "法人", "子公司", "公司", "Headquarters", "Subsidiary", "Company")
    ),
    *((kind, RowRole.GROUP) for kind in ("集团", "集團", "Group")),
    *((kind, RowRole.BRANCH) for kind in ("分公司", "分行", "支行", "Branch")),
)
"""Which values of `row.kind` make company nodes; every other value is a site (`docs/adr/0010`)."""

_PREFERRED: Final[dict[RowShape, tuple[FieldGroup, ...]]] = {
    RowShape.COMPANY_AND_SITE: (),
    RowShape.COMPANY: (FieldGroup.COMPANY,),
    RowShape.SITE: (FieldGroup.SITE,),
    RowShape.CONTACT: (FieldGroup.CONTACT, FieldGroup.CONTACT_MAIL),
    RowShape.BY_KIND: (),
    RowShape.LEAD: (),
}
_BY_CONTENT: Final[dict[Content, tuple[tuple[str, ...], float]]] = {
    Content.CREDIT_CODE: (("company.credit_code",), 0.9),
    Content.EMAIL: (("site.email", "contact.email"), 0.8),
    Content.URL: (("company.website",), 0.7),
    Content.MOBILE: (("contact.mobile", "site.phone"), 0.8),
    Content.PHONE: (("site.phone",), 0.6),
    Content.POSTCODE: (("site.postcode",), 0.55),
    Content.LATITUDE: (("site.latitude",), 0.55),
    Content.LONGITUDE: (("site.longitude",), 0.55),
    Content.COMPANY_NAME: (("company.legal_name",), 0.85),
    Content.ADDRESS: (("site.address_text",), 0.8),
    Content.PERSON_NAME: (("contact.name",), 0.6),
}
_LEAD_BY_CONTENT: Final[dict[Content, tuple[tuple[str, ...], float]]] = {
    Content.CREDIT_CODE: (("lead.credit_code",), 0.9),
    Content.EMAIL: (("lead.email",), 0.8),
    Content.URL: (("lead.website",), 0.7),
    Content.MOBILE: (("lead.mobile", "lead.phone"), 0.8),
    Content.PHONE: (("lead.phone",), 0.6),
    Content.POSTCODE: (("lead.postcode",), 0.55),
    Content.COMPANY_NAME: (("lead.company_name",), 0.85),
    Content.ADDRESS: (("lead.address_text",), 0.8),
    Content.PERSON_NAME: (("lead.person",), 0.6),
}
_NOT_OURS: Final = re.compile("fax|传真|傳真|assistant|助理|^home|pager|spouse|yomi|^crmdesk")
"""Names of columns that hold phones, mails or addresses nobody here keeps."""
_DIGITS: Final = re.compile(r"\d+")
_SHORT_LATIN: Final = 7
_SHORT_HANZI: Final = 4
_COUNTRY_WORDS: Final = frozenset({"CN", "TW", "HK", "MO", "US", "DE", "CH", "JP", "KR", "GB", "FR", "SG"})

_Option = tuple[str, float, Reason]


def _options(name: str, values: Sequence[str], shape: RowShape) -> list[_Option]:
    """Return the fields a column may be, the likeliest first."""
    if _NOT_OURS.search(normal_name(name)):
        return []
    found = look_at_column(values)
    options: list[_Option] = []
    subject = _subject(shape)
    contents = _LEAD_BY_CONTENT if subject is Subject.LEADS else _BY_CONTENT
    by_content = contents.get(found.content, ((), 0.0))[0] if found.content is not None else ()
    for key in _by_preference(_named(name, subject), shape):
        wrong = contradicts(FIELDS[key].value, values)
        sure = 0.99 if key in by_content else 0.95  # name and content say the same
        options.append((key, 0.2 if wrong else sure - 0.01 * len(options), Reason.CONTRADICTION if wrong else Reason.NAME))
    if not options and (similar := _similar(name, subject)):
        score, keys = similar
        options += [
            (key, 0.75 * score / 100, Reason.SIMILAR_NAME)
            for key in _by_preference(keys, shape)
            if not contradicts(FIELDS[key].value, values)
        ]
    options += _content_options(found, options, values, subject)
    return sorted(options, key=lambda option: -option[1])


def _of_people(options: list[_Option]) -> list[_Option]:
    """Where a table names people, a mail address that may be theirs or the site's is theirs."""
    keys = {key for key, _confidence, _reason in options}
    if not {"site.email", "contact.email"} <= keys:
        return options
    return [option for option in options if option[0] != "site.email"]


def _content_options(found: ColumnContent, named: Sequence[_Option], values: Sequence[str], subject: Subject) -> list[_Option]:
    if found.content is None or found.filled < 2:
        return []
    if found.content is Content.COUNTRY:
        known = sum(1 for value in values if value.strip() in _COUNTRY_WORDS or len(value.strip()) > 2)
        country = "lead.country" if subject is Subject.LEADS else "site.country"
        return [(country, 0.6, Reason.CONTENT)] if known * 2 > found.filled and not named else []
    contents = _LEAD_BY_CONTENT if subject is Subject.LEADS else _BY_CONTENT
    keys, confidence = contents.get(found.content, ((), 0.0))
    # 编号, 代码 … may well head the credit codes; nothing else that is named is overruled by its content
    is_overruled = found.content is Content.CREDIT_CODE and bool(named) and named[0][0].endswith(".code")
    if named and max(option[1] for option in named) > _LEAST_CONFIDENCE and not is_overruled:
        return []
    return [
        (key, (0.97 if is_overruled else confidence * found.share) - 0.01 * rank, Reason.CONTENT) for rank, key in enumerate(keys)
    ]


def _subject(shape: RowShape) -> Subject:
    return Subject.LEADS if shape is RowShape.LEAD else Subject.ACCOUNTS


def _named(name: str, subject: Subject = Subject.ACCOUNTS) -> tuple[str, ...]:
    names = fields_by_name(subject)
    return names.get(normal_name(name)) or names.get(bare_name(name)) or ()


def _by_preference(keys: Iterable[str], shape: RowShape) -> list[str]:
    preferred = _PREFERRED[shape]
    return sorted(keys, key=lambda key: FIELDS[key].group not in preferred)


def _similar(name: str, subject: Subject) -> tuple[float, tuple[str, ...]] | None:
    from rapidfuzz import fuzz, process

    folded = bare_name(name)
    if len(folded) < (_SHORT_LATIN if folded.isascii() else _SHORT_HANZI):
        return None
    names = fields_by_name(subject)
    found = process.extractOne(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=SIMILAR)
    if found is None or found[0][0] != folded[0]:  # `tax number` is no `fax number`
        return None
    keys = names[found[0]]
    if _DIGITS.findall(folded) != _DIGITS.findall(found[0]):  # `street 2` continues the street, `e-mail 2` is another mail
        keys = tuple(key for key in keys if FIELDS[key].joiner)
    return (found[1], keys) if keys else None


def _assign(headers: Sequence[str], options: Sequence[Sequence[_Option]]) -> tuple[ColumnProposal, ...]:
    """Give each field to the column that claims it most surely; fields with a joiner take several columns of their name."""
    chosen: dict[int, _Option] = {}
    taken: set[str] = set()
    claims = sorted(
        ((option, index) for index, column in enumerate(options) for option in column if option[1] >= _LEAST_CONFIDENCE),
        key=lambda claim: (-claim[0][1], claim[1]),
    )
    for option, index in claims:
        key = option[0]
        if index in chosen or (key in taken and not FIELDS[key].joiner):
            continue
        chosen[index] = option
        taken.add(key)
    proposals = []
    for index, name in enumerate(headers):
        if index in chosen:
            key, confidence, reason = chosen[index]
            proposals.append(ColumnProposal(name, key, round(confidence, 2), reason))
        else:
            column = options[index]
            reason = Reason.UNKNOWN if not column else Reason.TAKEN if column[0][1] >= _LEAST_CONFIDENCE else column[0][2]
            proposals.append(ColumnProposal(name, None, 0.0, reason))
    return tuple(proposals)


def _guess_shape(headers: Sequence[str], subject: Subject) -> RowShape:
    if subject is Subject.LEADS:
        return RowShape.LEAD
    first = {keys[0] for name in headers if (keys := _named(name))}
    if "row.kind" in first:
        return RowShape.BY_KIND
    if "contact.family_name" in first or {"contact.given_name", "contact.name"} <= first:
        return RowShape.CONTACT
    if "site.name" in first or "site.code" in first:
        return RowShape.SITE
    return RowShape.COMPANY_AND_SITE


def _final_shape(shape: RowShape, keys: set[str]) -> RowShape:
    has_site = any(key.startswith("site.") for key in keys)
    if shape is RowShape.COMPANY_AND_SITE and not has_site and not any(key.startswith("contact.") for key in keys):
        return RowShape.COMPANY
    if shape is RowShape.SITE and not keys.intersection(IDENTIFYING):
        return RowShape.SITE  # a constant must name the company; Mapping.problems() says so
    return shape
