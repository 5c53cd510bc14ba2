"""The JSON that the functions `sync_v1` take and give (`sync.md` §2.2), to and from the values of `protocol`."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from crmdesk.storage.exchange_columns import ColumnRows
from crmdesk.sync.protocol import Answer, Greeting, Page, Place, PushAnswer, Welcome


def greeting_json(greeting: Greeting) -> str:
    """Return what `hello` is called with."""
    return json.dumps(
        {
            "device": greeting.device,
            "label": greeting.label,
            "version": greeting.version,
            "access": greeting.access,
            "cursor": greeting.cursor,
            "marks": [{"stream": mark.stream, "n": mark.n, "batch": mark.batch} for mark in greeting.marks],
            "rights": greeting.rights,
        },
        ensure_ascii=False,
    )


def place_json(place: Place | None) -> str | None:
    """Return where a page goes on, as `pull` and `enter` take it."""
    return None if place is None else json.dumps({"table": place.table, "rv": place.rv, "id": place.id})


def records_json(records: Sequence[tuple[str, str]]) -> str:
    """Return the (table, id) pairs that `reload` takes."""
    return json.dumps([list(record) for record in records])


def welcome(said: Mapping[str, Any]) -> Welcome:
    """Read the answer of `hello`."""
    return Welcome(
        user_id=said["user_id"],
        user_name=said["user_name"],
        level=said["level"],
        state=said["state"],
        teams=dict(said["teams"] or {}),
        access=said["access"],
        marks=tuple(said["marks"] or ()),
        last_no=said["last_no"],
        last_batch=said["last_batch"],
        head=said["head"],
        head_batch=said["head_batch"] or "",
        version=said["version"],
        oldest_version=said["oldest_version"],
        resync=said["resync"],
        now=said["now"],
        team=said.get("team") or "",
        same_rights=said["teams"] is None,
    )


def push_answer(said: Mapping[str, Any]) -> PushAnswer:
    """Read the answer of `push`."""
    fork = said.get("fork")
    if fork is not None:
        last_no, last_batch = fork
        return PushAnswer(fork=(last_no, last_batch))
    answers = tuple(Answer(op, outcome, info) for op, outcome, info in said.get("answers") or ())
    return PushAnswer(n=said["n"], answers=answers, mark=said.get("mark") or "")


def page(said: Mapping[str, Any]) -> Page:
    """Read a page of `pull`, `enter` or `reload`."""
    if said.get("stale"):
        return Page(stale=True)
    after = said.get("next")
    return Page(
        head=said.get("head") or 0,
        head_batch=said.get("head_batch") or "",
        columns=said.get("columns") or {},
        rows={**{table: ColumnRows(part) for table, part in (said.get("parts") or {}).items()}, **(said.get("rows") or {})},
        leave=tuple((table, record_id) for table, record_id in said.get("leave") or ()),
        commits={int(rv): (user_id, at) for rv, (user_id, at) in (said.get("commits") or {}).items()},
        next=None if after is None else Place(after["table"], after["rv"], after["id"]),
    )
