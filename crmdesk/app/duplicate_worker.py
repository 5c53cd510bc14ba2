"""`crmdesk duplicate-worker`: the process that searches the store for duplicates for a window. Not meant for people.

Minutes of Python would make every paint and key press wait, threads or not. The answer is `{"searched": true}`: what was found
stands in the store's local tables.
"""

from pathlib import Path
from typing import Any, Final

from crmdesk.app.worker_pipe import Window, key_of, work

COMMAND: Final = "duplicate-worker"
"""What `crmdesk` is called with to become this process."""


def main() -> int:
    """Search the store that standard input names; return 0 when it was done, 1 when it was refused or stopped."""
    return work(_carry_out)


def _carry_out(order: dict[str, Any], window: Window) -> dict[str, Any]:
    from crmdesk.services.duplicates import DuplicateService
    from crmdesk.storage.store import Store

    with Store.open(Path(order["store"]), key_of(order)) as store:
        DuplicateService(store).search(window.tell_progress)
    return {"searched": True}
