import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from crmdesk.exchange.importing.refusals import ENGLISH, Words
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.run import Import
from crmdesk.exchange.mapping import Mapping as ColumnMapping
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.mapping_store import presets
from crmdesk.exchange.table_source import open_table
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory, template_file: Path) -> Path:
    """A set-up store: user, team and shipped terms; copy it, never open it."""
    path = tmp_path_factory.mktemp("set-up") / "set-up.db"
    shutil.copyfile(template_file, path)
    with Store.open(path, None) as store:
        set_up(store, "Chen Wei")
    return path


@pytest.fixture
def crm(tmp_path: Path, filled_template: Path) -> Iterator[Store]:
    """A set-up store without customers."""
    path = tmp_path / "crm.db"
    shutil.copyfile(filled_template, path)
    with Store.open(path, None) as store:
        yield store


Importer = Callable[..., ImportReport]


@pytest.fixture
def bring_in(crm: Store, tmp_path: Path) -> Importer:
    """Import a small table given as text or a file, with its proposed mapping or the one given."""

    def bring_in(
        content: str | Path,
        mapping: ColumnMapping | None = None,
        *,
        dry_run: bool = False,
        refused: Path | None = None,
        words: Words = ENGLISH,
    ) -> ImportReport:
        path = content if isinstance(content, Path) else tmp_path / "table.csv"
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        source = open_table(path)
        chosen = mapping or propose_mapping(source.headers, [row.cells for row in source.preview()], presets()).mapping
        job = Import(source, chosen)
        return (job.dry_run if dry_run else job.run)(crm, refused_file=refused, words=words)

    return bring_in


@pytest.fixture
def look(crm: Store) -> Callable[..., list[Any]]:
    """Ask the store: rows as tuples, single columns as values."""

    def look(sql: str, *values: object) -> list[Any]:
        with crm.read() as connection:
            rows = connection.exec_driver_sql(sql, values).all()
        return [row[0] if len(row) == 1 else tuple(row) for row in rows]

    return look


def columns(**fields: str) -> Mapping[str, str]:
    """Name fields by columns, for readable mappings."""
    return fields
