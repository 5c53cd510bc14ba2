"""The search for duplicates in its own process, from the window's side: real processes, real stores."""

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app.duplicate_runner import DuplicateRunner
from crmdesk.core.ids import new_id
from crmdesk.services.duplicates import DuplicateService

if TYPE_CHECKING:
    from crmdesk.storage.keys import StoreKey
    from crmdesk.storage.store import Store

WAIT_MS = 60_000


@pytest.fixture
def filled(encrypted_store: "Store") -> "Store":
    with encrypted_store.unit_of_work() as uow:
        names = [f"{chr(0x4E00 + number)}{chr(0x5E00 + number)}贸易有限公司" for number in range(3_000)] + [
            "全球石油有限公司",
            "全球石油有限责任公司",
        ]
        uow.connection.exec_driver_sql(
            "INSERT INTO company(id,kind,legal_name) VALUES(?,'legal',?)", [(new_id(), name) for name in names]
        )
        uow.commit()
    return encrypted_store


def test_a_search_tells_its_progress_and_leaves_its_result(filled: "Store", qtbot: QtBot) -> None:
    runner = DuplicateRunner(filled.path, filled.key)
    shares: list[float] = []
    runner.progressed.connect(shares.append)
    with qtbot.waitSignal(runner.finished, timeout=WAIT_MS):
        runner.start()
    service = DuplicateService(filled)
    lines = service.lines([no for no, _ in service.holding()]).values()
    assert ("全球石油有限公司", "全球石油有限责任公司") in [line.names for line in lines]
    assert shares == sorted(shares)


def test_a_search_that_is_cancelled_leaves_nothing(filled: "Store", qtbot: QtBot) -> None:
    runner = DuplicateRunner(filled.path, filled.key)
    with qtbot.waitSignal(runner.progressed, timeout=WAIT_MS):
        runner.start()
    with qtbot.waitSignal(runner.cancelled, timeout=WAIT_MS):
        runner.cancel()
    assert DuplicateService(filled).last() == ()


def test_a_key_that_does_not_fit_is_refused(filled: "Store", store_key: "StoreKey", qtbot: QtBot) -> None:
    from crmdesk.storage.keys import StoreKey

    runner = DuplicateRunner(filled.path, StoreKey(bytes(32), store_key.salt))
    with qtbot.waitSignal(runner.failed, timeout=WAIT_MS) as ended:
        runner.start()
    assert ended.args[0].code == "WrongKey"
