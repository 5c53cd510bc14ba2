"""A move in words: what would change, what is told, what was done."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.views.figures import figure_text, measure_label
from crmdesk.views.words import field_label, word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from crmdesk.core.vocabulary import Access
    from crmdesk.services.accounts import PathPart
    from crmdesk.services.moves import Moved, MovedNode, MovePreview

_CONTEXT: Final = "moving"
_SHOWN: Final = 6
_FIELDS: Final = {
    "industry_id": QT_TRANSLATE_NOOP("fields", "Industry"),
    "source_id": QT_TRANSLATE_NOOP("fields", "Source"),
    "owner_id": QT_TRANSLATE_NOOP("fields", "Owner"),
}


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate(_CONTEXT, text, "", number)


def path_text(path: "Sequence[PathPart]") -> str:
    """Return the companies above a record in one line."""
    return " › ".join(part.name for part in path) or _tr(QT_TRANSLATE_NOOP("moving", "the top"))


def sections(preview: "MovePreview") -> list[tuple[str, list[str]]]:
    """Return what a move would do, as captions with lines; captions of nothing are left out."""
    found = [
        (_tr(QT_TRANSLATE_NOOP("moving", "Moves to {place}")).format(place=path_text(preview.target)), _moved(preview.moved)),
        (_tr(QT_TRANSLATE_NOOP("moving", "Stays where it is")), _stays(preview)),
        (_tr(QT_TRANSLATE_NOOP("moving", "Taken from the company")), _inherited(preview)),
        (_tr(QT_TRANSLATE_NOOP("moving", "Access through companies above")), _sharing(preview)),
        (_tr(QT_TRANSLATE_NOOP("moving", "Two sites at one address")), _premises(preview)),
        (
            _tr(QT_TRANSLATE_NOOP("moving", "Codes that no longer begin with the company's; they stay as they are")),
            _codes(preview),
        ),
        (_tr(QT_TRANSLATE_NOOP("moving", "Figures of the companies above")), _roll_ups(preview)),
    ]
    return [(caption, lines) for caption, lines in found if lines]


def done_text(moved: "Moved") -> str:
    """Return the sentence of a finished move."""
    place = path_text(moved.target)
    if not moved.moved:
        return _tr(QT_TRANSLATE_NOOP("moving", "Nothing to move: it is in {place} already.")).format(place=place)
    if len(moved.names) == 1:
        text = _tr(QT_TRANSLATE_NOOP("moving", "{name} was moved to {place}.")).format(name=moved.names[0], place=place)
    else:
        text = _tr(QT_TRANSLATE_NOOP("moving", "%n records were moved to {place}."), len(moved.names)).format(place=place)
    if moved.codes:
        codes = _tr(QT_TRANSLATE_NOOP("moving", "%n codes no longer begin with the company's code."), moved.codes)
        text = _tr(QT_TRANSLATE_NOOP("moving", "{done} {codes}")).format(done=text, codes=codes)
    return text


def _cut(lines: "Iterable[str]", total: int) -> list[str]:
    shown = [line for line, _ in zip(lines, range(_SHOWN), strict=False)]
    if total > len(shown):
        shown.append(_tr(QT_TRANSLATE_NOOP("moving", "… and %n more"), total - len(shown)))
    return shown


def _moved(nodes: "Sequence[MovedNode]") -> list[str]:
    template = _tr(QT_TRANSLATE_NOOP("moving", "{name}, from {place}"))
    return _cut((template.format(name=node.name, place=path_text(node.before)) for node in nodes), len(nodes))


def _stays(preview: "MovePreview") -> list[str]:
    along = _tr(QT_TRANSLATE_NOOP("moving", "{name}: goes along with a company above it"))
    already = _tr(QT_TRANSLATE_NOOP("moving", "{name}: is there already"))
    lines = [along.format(name=name) for name in preview.along] + [already.format(name=name) for name in preview.already]
    return _cut(lines, len(lines))


def _inherited(preview: "MovePreview") -> list[str]:
    template = QT_TRANSLATE_NOOP("moving", "{field}: {before} → {after} (%n sites, such as {example})")
    none = _tr(QT_TRANSLATE_NOOP("moving", "none"))
    lines = [
        _tr(template, one.sites).format(
            field=field_label(_FIELDS[one.field]), before=one.before or none, after=one.after or none, example=one.example
        )
        for one in preview.inherited
    ]
    return _cut(lines, len(lines))


def _sharing(preview: "MovePreview") -> list[str]:
    template = QT_TRANSLATE_NOOP("moving", "{person}: {before} → {after} on %n records, through {company}")
    lines = [
        _tr(template, one.records).format(
            person=one.person, before=_access(one.before), after=_access(one.after), company=one.through
        )
        for one in preview.sharing
    ]
    return _cut(lines, len(lines))


def _access(access: "Access | None") -> str:
    return _tr(QT_TRANSLATE_NOOP("moving", "no access")) if access is None else word(access)


def _premises(preview: "MovePreview") -> list[str]:
    template = _tr(QT_TRANSLATE_NOOP("moving", "{name} stands where {other} stands: {address}"))
    lines = (template.format(name=one.name, other=one.other_name, address=one.address) for one in preview.premises.first)
    return _cut(lines, preview.premises.total)


def _codes(preview: "MovePreview") -> list[str]:
    return _cut((f"{one.code}  {one.name}" for one in preview.codes.first), preview.codes.total)


def _roll_ups(preview: "MovePreview") -> list[str]:
    template = _tr(QT_TRANSLATE_NOOP("moving", "{company}, {measure}: {before} → {after}"))
    none = _tr(QT_TRANSLATE_NOOP("moving", "none"))
    lines = [
        template.format(
            company=one.company.name,
            measure=measure_label(one.measure.label),
            before=figure_text(one.measure.unit, one.before) or none,
            after=figure_text(one.measure.unit, one.after) or none,
        )
        for one in preview.roll_ups
    ]
    return _cut(lines, len(lines))
