"""Stores with a few customers, and a database to export them to."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from crmdesk.services.accounts import AccountService
from crmdesk.services.store_setup import set_up
from crmdesk.storage.store import Store
from crmdesk.sync.central.credentials import NOTHING
from crmdesk.sync.central.settings import CentreSettings
from crmdesk.sync.export.run import ExportOrder, export
from crmdesk.sync.export.values import ExportReport
from tests.sync.export.report_database import query, report_database, report_server

__all__ = ["query", "report_database", "report_server"]

Export = Callable[..., ExportReport]


@pytest.fixture(scope="session")
def customers_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store: 家乐福 › 北京家乐福 with two sites, and a company of its own."""
    path = tmp_path_factory.mktemp("export") / "customers.db"
    with Store.create(path, None) as store:
        set_up(store, "李雷")
        accounts = AccountService(store)
        top = accounts.create_company({"legal_name": "家乐福", "code": "JLF", "kind": "group"}).record.key
        company = accounts.create_company(
            {"legal_name": "北京家乐福商业有限公司", "code": "BJJLF", "parent_id": top.id}
        ).record.key
        accounts.create_site(
            {"name": "马连道店", "code": "JLF-MLD", "company_id": company.id, "city": "北京市", "street": "马连道11号"}
        )
        accounts.create_site({"name": "方圆店", "code": "JLF-FY", "company_id": company.id, "city": "北京市"})
        accounts.create_company({"legal_name": "全球石油有限公司", "code": "QQSY"})
    return path


@pytest.fixture
def opened(tmp_path: Path, customers_file: Path) -> Iterator[Callable[[str], Store]]:
    """Open copies of the store by name."""
    with ExitStack() as stack:

        def opened(name: str) -> Store:
            path = Path(shutil.copyfile(customers_file, tmp_path / f"{name}.db"))
            return stack.enter_context(Store.open(path, None))

        yield opened


@pytest.fixture
def customers(opened: Callable[[str], Store]) -> Store:
    """The store, open."""
    return opened("customers")


@pytest.fixture
def run(report_database: CentreSettings) -> Export:
    """Export a store to the test's database."""

    def run(store: Store, progress: Callable[[float], None] = lambda _share: None, **order: Any) -> ExportReport:
        return export(store, ExportOrder(report_database, **order), NOTHING, progress)

    return run
