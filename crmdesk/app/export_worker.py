"""`crmdesk export-worker`: the process that exports a store to a database for a window. Not meant for people.

The order holds `wish` (`views.export.job.ExportWish`); the answer is `{"report": …}`. An export is one transaction at the target, so nothing is
left of it when the window goes. No secret reaches an argument, the environment, the store or a log.
"""

import getpass
from pathlib import Path
from typing import Any, Final

from crmdesk.app.worker_pipe import Window, key_of, work

COMMAND: Final = "export-worker"
"""What `crmdesk` is called with to become this process."""


def main() -> int:
    """Carry out what standard input asks for; return 0 when it was done, 1 when it was refused or stopped."""
    return work(_carry_out)


def _carry_out(order: dict[str, Any], window: Window) -> dict[str, Any]:
    from dataclasses import replace

    from crmdesk.storage.store import Store
    from crmdesk.sync.central.credentials import Secret, find_secret, keep_secret
    from crmdesk.sync.central.settings import CentreSettings, LoginBy
    from crmdesk.sync.export.run import ExportOrder, export

    wish = order["wish"]
    address = wish["address"]
    url = address if "://" in address else f"postgresql://{address}"
    settings = CentreSettings.from_url(url, user=wish["user"] or getpass.getuser(), insecure_local=wish["is_local"])
    if wish["ca_file"]:
        settings = replace(settings, ca_file=wish["ca_file"])
    given = wish["password"] and settings.login is LoginBy.PASSWORD
    secret = Secret(wish["password"]) if given else find_secret(settings)
    job = ExportOrder(settings, wish["schema"], is_full=wish["is_full"], is_preview=wish["is_preview"])
    with Store.open(Path(order["store"]), key_of(order)) as store:
        report = export(store, job, secret, window.tell_progress)
    if given and wish["is_remembered"]:
        keep_secret(settings, secret)
    return {"report": report.to_json()}
