"""One of many laptops at a centre: `python -m benchmarks.exchange_child STORE LOGIN TIMES EDITS`, the centre's settings on standard input.

It exchanges once, says so, waits for a line, then edits and exchanges again and again; prints the seconds of each exchange as JSON.
"""

import json
import sys
import time
from pathlib import Path
from random import Random

from benchmarks.dataset import KEY
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.sync.central.connection import PostgresCentre
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.connecting import connect
from crmdesk.sync.engine import exchange


def main(path: str, login: str, times: int, edits: int) -> None:
    """Be one laptop."""
    settings = CentreSettings.from_json(sys.stdin.readline())
    random = Random(login)
    with Store.create(Path(path), KEY) as store:
        set_up(store, login)
        connect(store, json.loads(settings.to_json()))
        with PostgresCentre(settings) as centre:
            exchange(store, centre, device_label=login)
        with store.read() as connection:
            numbers = [row[0] for row in connection.exec_driver_sql("SELECT n FROM site WHERE deleted_at IS NULL")]
        print("ready", flush=True)
        sys.stdin.readline()
        took = []
        for step in range(times):
            with store.unit_of_work() as uow:
                chosen = [(f"{login}-{step}", random.choice(numbers)) for _ in range(edits)]
                uow.connection.exec_driver_sql("UPDATE site SET note=? WHERE n=?", chosen)
                uow.commit()
            begun = time.perf_counter()
            with PostgresCentre(settings) as centre:
                exchange(store, centre, device_label=login)
            took.append(time.perf_counter() - begun)
            time.sleep(random.uniform(1.0, 3.0))  # a person edits in between
    print(json.dumps(took))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
