"""The commands that merge records and take merges back."""

from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import parse_pairs, resolve
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.clock import iso_ms
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import LABELS, RecordKind
from crmdesk.services.record_key import RecordKey

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crmdesk.core.remarks import Remark
    from crmdesk.services.catalogue import Services
    from crmdesk.services.merging import MergePreview, MergeRow
    from crmdesk.services.undo import Skipped
    from crmdesk.services.unmerging import Question

_SOURCE: Final = "cli"
_BOTH: Final = "both"


def _key(services: "Services", text: str) -> RecordKey:
    """Return the record a person means: by code, or by id written `company:…`, `site:…` or `contact:…`."""
    kind, colon, record_id = text.partition(":")
    if colon and kind == RecordKind.CONTACT.value:
        return RecordKey(RecordKind.CONTACT, record_id)
    return resolve(services, text)


@click.command("merge")
@click.argument("records", nargs=-1, required=True, metavar="CODE CODE…")
@click.option(
    "--into", metavar="CODE", help="The record that stays; default: most that hangs on it, then a code, then the oldest."
)
@click.option(
    "--set",
    "choices",
    multiple=True,
    metavar="FIELD=CODE",
    help="Take this field's value from this record; `note=both` for both.",
)
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
@json_option
@click.pass_obj
def merge(
    session: Session, *, records: tuple[str, ...], into: str | None, choices: tuple[str, ...], dry_run: bool, as_json: bool
) -> None:
    """Merge two or more companies, two or more sites, or two or more people (contact:ID) into one record.

    Everything that hangs on them follows, nothing is deleted, every code goes on finding the record, and `crmdesk unmerge`
    takes it back at any time.
    """
    with session.services() as services:
        keys = [_key(services, text) for text in records]
        survivor = None if into is None else _key(services, into)
        taken = {
            field: _BOTH if str(code) == _BOTH else _key(services, str(code)).id for field, code in parse_pairs(choices).items()
        }
        preview = services.merging.preview(keys, survivor, taken, language="en")
        told: Sequence[Remark] = preview.told
        transaction = None
        next_pairs: tuple[tuple[RecordKey, RecordKey], ...] = ()
        if not dry_run:
            done = services.merging.merge(keys, survivor, taken, source=_SOURCE)
            told, transaction, next_pairs = done.told, done.changes.transaction, done.next_pairs
    if as_json:
        print_json(_merge_json(preview, told, transaction, next_pairs, dry_run=dry_run))
        return
    _print_merge(preview, told, dry_run=dry_run)


def _merge_json(
    preview: "MergePreview",
    told: "Sequence[Remark]",
    transaction: str | None,
    next_pairs: "Sequence[tuple[RecordKey, RecordKey]]",
    *,
    dry_run: bool,
) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "transaction": transaction,
        "kind": preview.kind.value,
        "survivor": preview.survivor.id,
        "records": [
            {
                "id": record.key.id,
                "code": record.code,
                "name": record.name,
                "children": {kind.value: count for kind, count in record.children.items()},
            }
            for record in preview.records
        ],
        "fields": [
            {
                "field": row.key,
                "chosen": row.chosen,
                "why": row.why,
                "values": [dict(zip(row.columns, value.stored, strict=True)) for value in row.values],
            }
            for row in preview.rows
            if not row.is_equal
        ],
        "follows": {kind.value: count for kind, count in preview.follows.items()},
        "told": [_remark_json(remark) for remark in told],
        "merge_next": [[one.id, other.id] for one, other in next_pairs],
    }


def _remark_json(remark: "Remark") -> dict[str, Any]:
    return {
        "severity": remark.severity.value,
        "field": remark.field or None,
        "message": remark.message,
        "target": remark.target or None,
    }


def _print_merge(preview: "MergePreview", told: "Sequence[Remark]", *, dry_run: bool) -> None:
    names = {record.key.id: record.code or record.name for record in preview.records}
    stays = names[preview.survivor.id]
    print_line(f"{'Would merge' if dry_run else 'Merged'} {', '.join(names.values())} into {stays}.")
    rows = [(row.label, names.get(row.chosen, row.chosen), row.why, _chosen_text(row, list(names))) for row in preview.rows]
    print_table(
        ("field", "from", "why", "value"), [line for line, row in zip(rows, preview.rows, strict=True) if not row.is_equal]
    )
    if preview.follows:
        print_line("Follows: " + _counts(preview.follows))
    for remark in told:
        print_line(f"{remark.severity.value}: {remark.message}")


def _chosen_text(row: "MergeRow", ids: list[str]) -> str:
    if row.chosen not in ids:
        return " + ".join(" ".join(filter(None, value.texts)) for value in row.values)
    return " ".join(filter(None, row.values[ids.index(row.chosen)].texts))


def _counts(found: "Mapping[RecordKind, int]") -> str:
    return ", ".join(f"{count} × {LABELS[kind]}" for kind, count in found.items())


@click.command("unmerge")
@click.argument("record", metavar="CODE")
@click.option(
    "--decide", "answers", multiple=True, metavar="QUESTION=ANSWER", help="Answer one of the questions that --dry-run lists."
)
@click.option("--dry-run", is_flag=True, help="Say what would go back, and what is to be decided; write nothing.")
@json_option
@click.pass_obj
def unmerge(session: Session, *, record: str, answers: tuple[str, ...], dry_run: bool, as_json: bool) -> None:
    """Take a merge back: the one in which CODE was merged away, or else the latest one into CODE.

    Exact until either side was changed; afterwards what was changed or added since stays with the record that stayed, unless
    --decide says otherwise. RECORD may be a transaction's id.
    """
    with session.services() as services:
        what = _merge_meant(services, record)
        preview = services.unmerging.preview(what)
        told: Sequence[Skipped] = preview.told
        transaction = None
        if not dry_run:
            decided = {str(key): str(value) for key, value in parse_pairs(answers).items()}
            done = services.unmerging.unmerge(preview.transaction, decided, source=_SOURCE)
            told, transaction = done.told, done.changes.transaction
    if as_json:
        print_json(
            {
                "dry_run": dry_run,
                "transaction": transaction,
                "merge": {"transaction": preview.transaction, "at": iso_ms(preview.at), "user": preview.user_name},
                "exact": preview.is_exact,
                "survivor": {"id": preview.survivor.key.id, "code": preview.survivor.code, "name": preview.survivor.name},
                "back": [{"id": one.key.id, "code": one.code, "name": one.name} for one in preview.merged],
                "follows": {kind.value: count for kind, count in preview.goes_back.items()},
                "questions": [_question_json(question) for question in preview.questions],
                "told": [
                    {"kind": one.kind.value, "id": one.id, "name": one.name, "field": one.field, "reason": one.message}
                    for one in told
                ],
            }
        )
        return
    names = ", ".join(one.code or one.name for one in preview.merged)
    print_line(f"{'Would take back' if dry_run else 'Took back'} the merge of {names} into {preview.survivor.name}.")
    if preview.goes_back:
        print_line("Goes back: " + _counts(preview.goes_back))
    for question in preview.questions:
        options = " | ".join(f"{option.value} ({option.text})" for option in question.options)
        print_line(f"{question.id}  {question.name}: {question.reason}. {options}")
    for one in told:
        print_line(f"{one.name}: {one.message}")


def _merge_meant(services: "Services", text: str) -> "RecordKey | str":
    merged = services.merging.merged_with_code(text)
    if merged is not None:
        return merged
    kind, colon, record_id = text.partition(":")
    if colon and kind in {RecordKind.COMPANY.value, RecordKind.SITE.value, RecordKind.CONTACT.value}:
        return RecordKey(RecordKind(kind), record_id)
    try:
        return services.accounts.find_by_code(text)
    except RecordNotFound:
        return text


def _question_json(question: "Question") -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind.value,
        "record": question.record,
        "name": question.name,
        "field": question.field,
        "reason": question.reason,
        "default": question.default,
        "options": [{"value": option.value, "text": option.text} for option in question.options],
    }


COMMANDS: Final = (merge, unmerge)
