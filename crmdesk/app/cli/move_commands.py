"""Commands about the hierarchy: move records in the tree, add up what stands below a node."""

from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import resolve
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.app.cli.shapes import path_json

if TYPE_CHECKING:
    from crmdesk.services.moves import MovePreview
    from crmdesk.services.roll_ups import NodeRollUp

_SOURCE: Final = "cli"


@click.command("move")
@click.argument("codes", nargs=-1, required=True, metavar="CODE…")
@click.option("--to", "target", metavar="CODE", help="The company to move them under.")
@click.option("--to-top", is_flag=True, help="Make companies stand at the top.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@json_option
@click.pass_obj
def move(session: Session, codes: tuple[str, ...], *, target: str | None, to_top: bool, dry_run: bool, as_json: bool) -> None:
    """Move companies and sites under another company, with everything below them; one action for `crmdesk undo`."""
    if to_top == (target is not None):
        raise click.UsageError("Say where to: --to CODE, or --to-top.")
    with session.services() as services:
        keys = [resolve(services, code) for code in codes]
        to = None if target is None else resolve(services, target)
        preview = services.moves.preview(keys, to)
        transaction = None if dry_run else services.moves.move(keys, to, source=_SOURCE).changes.transaction
    if as_json:
        print_json(_preview_json(preview, dry_run, transaction))
        return
    _print_preview(preview)
    if dry_run:
        print_line("Nothing was changed.")


def _preview_json(preview: "MovePreview", dry_run: bool, transaction: str | None) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "transaction": transaction,
        "target": path_json(preview.target),
        "moved": [
            {
                "kind": node.key.kind.value,
                "id": node.key.id,
                "name": node.name,
                "before": path_json(node.before),
                "after": path_json(node.after),
                "sites": node.sites,
            }
            for node in preview.moved
        ],
        "along": list(preview.along),
        "already": list(preview.already),
        "inherited": [
            {"field": one.field, "before": one.before or None, "after": one.after or None, "sites": one.sites}
            for one in preview.inherited
        ],
        "sharing": [
            {"person": one.person, "before": one.before, "after": one.after, "through": one.through, "records": one.records}
            for one in preview.sharing
        ],
        "code_mismatches": [{"id": one.site, "name": one.name, "code": one.code} for one in preview.codes.first],
        "code_mismatches_total": preview.codes.total,
        "same_premises": [
            {"id": one.site, "name": one.name, "other_id": one.other, "other_name": one.other_name, "address": one.address}
            for one in preview.premises.first
        ],
        "same_premises_total": preview.premises.total,
        "roll_ups": [
            {
                "id": one.company.key.id,
                "name": one.company.name,
                "measure": one.measure.key,
                "before": one.before,
                "after": one.after,
            }
            for one in preview.roll_ups
        ],
    }


def _print_preview(preview: "MovePreview") -> None:
    after = " › ".join(part.name for part in preview.target) or "the top"
    for node in preview.moved:
        before = " › ".join(part.name for part in node.before) or "the top"
        print_line(f"{node.name}: {before}  →  {after}")
    for name in preview.along:
        print_line(f"{name} goes along with a company above it.")
    for name in preview.already:
        print_line(f"{name} is there already.")
    for one in preview.inherited:
        print_line(f"{one.sites} sites take {one.field} from their company: {one.before or '–'} → {one.after or '–'}")
    for share in preview.sharing:
        print_line(f"{share.person} ({share.through}): {share.before or 'no access'} → {share.after or 'no access'}")
    for code in preview.codes.first:
        print_line(f"{code.name}: code {code.code} does not begin with the company's code; it stays.")
    for met in preview.premises.first:
        print_line(f"{met.name} stands at the address of {met.other_name}: {met.address}")
    if preview.roll_ups:
        print_line()
        rows = [(one.company.name, one.measure.label, one.before, one.after) for one in preview.roll_ups]
        print_table(("company", "figure", "before", "after"), rows)


@click.command("rollup")
@click.argument("code")
@json_option
@click.pass_obj
def rollup(session: Session, code: str, as_json: bool) -> None:
    """Add up what stands at CODE and in everything below it, and divide it by status, grade and kind."""
    with session.services() as services:
        key = resolve(services, code)
        record = services.accounts.open(key)
        rolled = services.roll_ups.of(key)
    if as_json:
        print_json(
            {
                "kind": key.kind.value,
                "id": key.id,
                "name": record.name,
                "path": path_json(record.path),
                "measures": [_rolled_json(one) for one in rolled],
            }
        )
        return
    print_line(" › ".join([*(part.name for part in record.path), record.name]))
    rows = [
        (one.measure.label, one.own, one.subtree, _mix(one.by_status), _mix(one.by_grade), _mix(one.by_kind)) for one in rolled
    ]
    print_table(("figure", "own", "with all below", "by status", "by grade", "by kind"), rows)


def _rolled_json(rolled: "NodeRollUp") -> dict[str, Any]:
    return {
        "measure": rolled.measure.key,
        "unit": rolled.measure.unit.value,
        "own": rolled.own,
        "subtree": rolled.subtree,
        "by_status": _divided_json(rolled.by_status),
        "by_grade": _divided_json(rolled.by_grade),
        "by_kind": _divided_json(rolled.by_kind),
    }


def _divided_json(mix: Any) -> list[dict[str, Any]]:
    return [{"value": value, "figure": figure} for value, figure in sorted(mix.items(), key=lambda item: item[0] or "~")]


def _mix(mix: Any) -> str:
    return ", ".join(f"{value or '–'} {figure}" for value, figure in sorted(mix.items(), key=lambda item: item[0] or "~"))


COMMANDS: Final = (move, rollup)
"""Every command of this area."""
