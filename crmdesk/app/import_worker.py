"""`crmdesk import-worker`: the process that carries out an import for a window, or takes one back (docs/adr/0007). Not for people.

The order holds `request` (`ImportRequest.to_json`), or `undo` (a transaction), or `redo` (true: what was undone last); the answer is
`{"report": …, "changes": …}` or `{"undone": …}`. Each is one transaction, so nothing is left of it when the window goes.
"""

from pathlib import Path
from typing import Any, Final

from crmdesk.app.worker_messages import changes_to_json, undo_to_json
from crmdesk.app.worker_pipe import CANCEL, FINISHING, Window, key_of, work

__all__ = ["CANCEL", "COMMAND", "FINISHING", "main"]

COMMAND: Final = "import-worker"
"""What `crmdesk` is called with to become this process."""


def main() -> int:
    """Carry out what standard input asks for; return 0 when it was done, 1 when it was refused."""
    return work(_carry_out)


def _carry_out(order: dict[str, Any], window: Window) -> dict[str, Any]:
    if "request" not in order:
        return {"undone": _take_back(order, window)}
    from crmdesk.exchange.importing.request import ImportRequest
    from crmdesk.exchange.importing.run import Import
    from crmdesk.storage.store import Store

    request = ImportRequest.from_json(order["request"])
    carrier = Import(request.source, request.mapping, request.leads)
    with Store.open(Path(order["store"]), key_of(order)) as store:
        carry_out = carrier.dry_run if request.dry_run else carrier.run
        report = carry_out(store, window.tell_progress, request.refused_file, request.words)
    return {"report": report.to_json(), "changes": None if report.changes is None else changes_to_json(report.changes)}


def _take_back(order: dict[str, Any], window: Window) -> dict[str, Any]:
    from crmdesk.services.undo import UndoService
    from crmdesk.storage.store import Store

    def tell(done: int, total: int) -> None:
        window.tell_progress(done / total)

    with Store.open(Path(order["store"]), key_of(order)) as store:
        undo = UndoService(store)
        if order.get("redo"):
            return undo_to_json(undo.redo_last(progress=tell))
        return undo_to_json(undo.undo_transaction(order["undo"], progress=tell))
