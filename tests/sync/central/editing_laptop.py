"""A laptop as a process of its own: edits one field after another and exchanges after each, until somebody kills it.

`python editing_laptop.py STORE NAME` – the store is connected and unencrypted. Where the centre cannot be reached, it goes on editing.
"""

import sys
from contextlib import suppress
from itertools import count
from pathlib import Path
from random import Random

from crmdesk.core.errors import CrmError
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.engine import exchange


def main(path: str, name: str) -> None:
    """Edit and exchange without end."""
    random = Random(name)
    with Store.open(Path(path), None) as store:
        with store.read() as connection:
            settings = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar_one()
            sites = [row[0] for row in connection.exec_driver_sql("SELECT id FROM site ORDER BY id")]
        with PostgresCentre(CentreSettings.from_json(settings)) as centre:
            for step in count():
                with store.unit_of_work() as uow:
                    uow.connection.exec_driver_sql("UPDATE site SET phone=? WHERE id=?", (f"{name}.{step}", random.choice(sites)))
                    uow.commit()
                with suppress(CrmError):
                    exchange(store, centre, device_label=name)


if __name__ == "__main__":
    main(*sys.argv[1:])
