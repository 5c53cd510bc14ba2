"""A process that writes to a store until it is killed, and says after each commit what it has committed.

Imports take a second, kills come by the hundred: this process imports everything once and forks a child for each line
`TASK FILE` that it reads; tasks are `entry`, `bulk`, `migration` and `creation`. The child prints its process id, then a line for
every commit; after its death the parent prints `dead`.
"""

import os
import signal
import sys
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[2]))

import alembic.command
import sqlalchemy.dialects.sqlite

from crmdesk.core.ids import new_id
from crmdesk.core.vocabulary import ActionKind
from crmdesk.models.pinyin import sort_key
from crmdesk.storage import backup, connections, migrate
from crmdesk.storage.store import Store

LOADED_EARLY: Final = (alembic.command, sqlalchemy.dialects.sqlite, backup)
BULK_ROWS: Final = 120
"""Companies, and as many sites, of one bulk transaction."""
CHUNKS: Final = 3
SYNTHETIC: Final = Path(__file__).with_name("migrations") / "synthetic"
NEXT_FORMAT: Final = "t9999"


def main() -> None:
    """Serve tasks until the input ends."""
    sort_key("重庆")  # loads the tables of readings
    for line in sys.stdin:
        task, _, path = line.rstrip("\n").partition(" ")
        child = os.fork()
        if child == 0:
            _say(f"pid {os.getpid()}")
            {"entry": _enter, "bulk": _bulk, "migration": _migrate, "creation": _create}[task](Path(path))
            os._exit(0)
        os.waitpid(child, 0)
        _say("dead")


def _say(text: str) -> None:
    os.write(1, f"{text}\n".encode())  # one write a line: a kill never cuts it


def _enter(path: Path) -> None:
    """What a person does: a company with its site, then a change of both; each is a unit of work."""
    store = Store.open(path, None)
    number = 0
    while True:
        number += 1
        company, site = new_id(), new_id()
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql(
                "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", (company, f"公司{number}")
            )
            uow.connection.exec_driver_sql("INSERT INTO site(id,company_id,name,status) VALUES(?,?,'店','lead')", (site, company))
            uow.commit()
        _say(f"new {company} {site}")
        with store.unit_of_work() as uow:
            uow.connection.exec_driver_sql("UPDATE company SET phone=? WHERE id=?", (str(number), company))
            uow.connection.exec_driver_sql("UPDATE site SET phone=? WHERE id=?", (str(number), site))
            uow.commit()
        _say(f"phone {company} {site} {number}")


def _bulk(path: Path) -> None:
    """What an import does: many rows in chunks, the derived refreshed in between, one commit."""
    store = Store.open(path, None)
    while True:
        with store.unit_of_work(action=ActionKind.IMPORT) as uow:
            for _ in range(CHUNKS):
                companies = [(new_id(), f"进口{row}") for row in range(BULK_ROWS // CHUNKS)]
                uow.connection.exec_driver_sql("INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", companies)
                sites = [(new_id(), company) for company, _ in companies]
                uow.connection.exec_driver_sql("INSERT INTO site(id,company_id,name,status) VALUES(?,?,'店','lead')", sites)
                uow.refresh()
            uow.commit()
        _say(f"bulk {uow.transaction}")


def _migrate(path: Path) -> None:
    """Bring a file of the shipped format to one that only tests know, copy included."""
    engine = connections.writer_engine(path, None)
    revision = migrate.stored_revision(path, None)
    migrate.bring_up_to_date(path, None, engine, revision, target=NEXT_FORMAT, config=migrate.alembic_config(SYNTHETIC))
    _say("migrated")
    signal.pause()


def _create(path: Path) -> None:
    """What the first start does."""
    Store.create(path, None)
    _say("created")
    signal.pause()


if __name__ == "__main__":
    main()
