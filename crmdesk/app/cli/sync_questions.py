"""What needs an answer after an exchange: `crmdesk sync questions` lists it, `crmdesk sync settle` answers."""

from typing import TYPE_CHECKING, Any

import click

from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.core.clock import iso_ms

if TYPE_CHECKING:
    from crmdesk.services.questions import Question, Side, WaitingEdit


@click.command("questions")
@json_option
@click.pass_obj
def questions(session: Session, as_json: bool) -> None:
    """Show conflicts and waiting edits: what the centre has, what was wanted, by whom, and which answers there are."""
    from crmdesk.services.conflicts import ConflictService

    with session.store() as store:
        service = ConflictService(store)
        conflicts, waiting = service.open(language="en"), service.waiting(language="en")
    if as_json:
        print_json({"conflicts": [_conflict_json(one) for one in conflicts], "waiting": [_waiting_json(one) for one in waiting]})
        return
    for one in conflicts:
        print_line(f"{one.id}  {one.kind.value}  {_where(one)}{'' if one.needs_me else '  (waits for others)'}")
        if one.has_value:
            rows = [("before", one.base), ("centre", one.theirs), ("mine", one.mine)]
            print_table(("which", "value", "by"), [(name, _shown(side), side.by) for name, side in rows])
        print_line(f"answers: {', '.join(f'--{choice.value}' for choice in one.choices)}")
        print_line()
    for edit in waiting:
        wanted = ", ".join(f"{change.field}={change.new_text or change.new}" for change in edit.changes)
        who = "waits for you" if edit.needs_me else f"waits for {edit.for_name or 'a manager'}"
        print_line(f"{edit.id}  {edit.why.value}  {_where(edit)}: {wanted}  ({edit.by}; {who})")
    if not conflicts and not waiting:
        print_line("Nothing needs an answer.")


@click.command("settle")
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--keep", "answer", flag_value="keep", help="Leave what the centre has.")
@click.option("--mine", "answer", flag_value="mine", help="Take what was wanted instead.")
@click.option("--other", metavar="VALUE", help="Write another value.")
@click.option("--ask", metavar="TEXT", help="Ask the other person; the conflict stays open.")
@click.option("--accept", "answer", flag_value="accept", help="Let waiting edits be made.")
@click.option("--dismiss", "answer", flag_value="dismiss", help="Let waiting edits go.")
@json_option
@click.pass_obj
def settle(
    session: Session, ids: tuple[str, ...], *, answer: str | None, other: str | None, ask: str | None, as_json: bool
) -> None:
    """Answer conflicts or waiting edits; the answer goes to the centre with the next exchange."""
    from crmdesk.services.conflicts import ConflictService

    if sum(given is not None for given in (answer, other, ask)) != 1:
        raise click.UsageError("Say one of --keep, --mine, --other, --ask, --accept, --dismiss.")
    if other is not None and len(ids) > 1:
        raise click.UsageError("--other answers one conflict.")
    with session.store() as store:
        service = ConflictService(store)
        if other is not None:
            done = service.use_other(ids[0], other, source="cli")
        elif ask is not None:
            done = service.ask(ids, ask, source="cli")
        else:
            answers = {
                "keep": service.keep_theirs,
                "mine": service.use_mine,
                "accept": service.accept,
                "dismiss": service.dismiss,
            }
            done = answers[str(answer)](ids, source="cli")
    if as_json:
        print_json({"answered": done.count})
        return
    print_line(f"Answered {done.count}. It goes to the centre with the next exchange.")


def _where(one: "Question | WaitingEdit") -> str:
    account = "" if one.account is None else one.account.name
    field = getattr(one, "field", None)
    names = [name for name in (account, one.record_name if one.record_name != account else "", field) if name]
    return " › ".join(names) or f"{one.table.value}:{one.record}"


def _shown(side: "Side") -> Any:
    return side.value if side.text is None else side.text


def _side_json(side: "Side") -> dict[str, Any]:
    at = None if side.at is None else iso_ms(side.at)
    return {"value": side.value, "text": side.text, "by": side.by, "is_me": side.is_me, "at": at}


def _conflict_json(one: "Question") -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind.value,
        "record": f"{one.table.value}:{one.record}",
        "name": one.record_name,
        "field": one.field,
        "base": _side_json(one.base),
        "theirs": _side_json(one.theirs),
        "mine": _side_json(one.mine),
        "answers": [choice.value for choice in one.choices],
        "needs_me": one.needs_me,
    }


def _waiting_json(one: "WaitingEdit") -> dict[str, Any]:
    return {
        "id": one.id,
        "why": one.why.value,
        "record": f"{one.table.value}:{one.record}",
        "name": one.record_name,
        "changes": [{"field": change.field, "old": change.old, "new": change.new} for change in one.changes],
        "by": one.by,
        "for": one.for_name,
        "needs_me": one.needs_me,
    }
