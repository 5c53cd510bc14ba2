"""The command that searches the store for duplicates and prints the groups."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.account_commands import resolve
from crmdesk.app.cli.long_work import progress_line
from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.app.cli.shapes import path_json
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind

if TYPE_CHECKING:
    from crmdesk.services.duplicates import GroupFound

_THRESHOLD: Final = 0.5


class NoCompany(CrmError):
    """`--under` names a site, which nothing lies below. Params: `code`."""

    template = QT_TRANSLATE_NOOP("errors", "{code} is a site. Name a company, a group for instance.")


@click.command("duplicates")
@click.option("--kind", type=click.Choice(["company", "site"]), help="Only companies, or only sites.")
@click.option("--under", metavar="CODE", help="Only what lies below this company, by code or id; itself included.")
@click.option(
    "--threshold",
    type=click.FloatRange(0.0, 1.0),
    default=_THRESHOLD,
    show_default=True,
    help="Least score of two records that are called the same.",
)
@json_option
@click.pass_obj
def duplicates(session: Session, kind: str | None, under: str | None, threshold: float, as_json: bool) -> None:
    """Search the store for companies and sites that may be one, and print the groups, the surest first. Changes nothing."""
    kinds = [RecordKind(kind)] if kind is not None else [RecordKind.COMPANY, RecordKind.SITE]
    groups: list[GroupFound] = []
    with session.services() as services:
        above = None
        if under is not None:
            above = resolve(services, under)
            if above.kind is not RecordKind.COMPANY:
                raise NoCompany(code=under)
        for one in kinds:
            with progress_line(f"Searching for duplicates ({one.value})") as tell:
                groups += services.duplicates.find(one, tell, under=above, threshold=threshold)
    groups.sort(key=lambda group: -group.score)
    if as_json:
        print_json([_group_json(group) for group in groups])
        return
    _print_groups(groups)


COMMANDS: Final = (duplicates,)


def _print_groups(groups: "Sequence[GroupFound]") -> None:
    print_table(
        ("group", "confidence", "kind", "code", "name", "path", "address", "reasons"),
        [
            (
                number if at == 0 else "",
                f"{group.confidence.value} {group.score:.2f}" if at == 0 else "",
                group.kind.value if at == 0 else "",
                member.code,
                member.name,
                " › ".join(part.name for part in member.path),
                member.address,
                " ".join(reason.message for reason in group.pairs[0].reasons[:2]) if at == 0 else "",
            )
            for number, group in enumerate(groups, start=1)
            for at, member in enumerate(group.members)
        ],
    )
    print_line()
    print_line(f"{len(groups)} groups.")


def _group_json(group: "GroupFound") -> dict[str, Any]:
    return {
        "confidence": group.confidence.value,
        "score": round(group.score, 4),
        "kind": group.kind.value,
        "members": [
            {
                "kind": member.key.kind.value,
                "id": member.key.id,
                "code": member.code or None,
                "name": member.name,
                "path": path_json(member.path),
                "address": member.address or None,
            }
            for member in group.members
        ],
        "pairs": [
            {
                "left": pair.left.id,
                "right": pair.right.id,
                "score": round(pair.score, 4),
                "reasons": [
                    {"about": reason.about, "weight": round(reason.weight, 2), "text": reason.message} for reason in pair.reasons
                ],
            }
            for pair in group.pairs
        ],
    }
