"""A warning in the log fails the test that caused it, unless the test says that it expects it.

`@pytest.mark.expects_log("part of the message", …)`: each part must occur in a record at WARNING or above, and records that
match no part fail as ever.
"""

import logging
from collections.abc import Iterator

import pytest
from typing_extensions import override


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", "expects_log(*parts): log records at WARNING or above that this test is about")


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("expects_log")
    expected: tuple[str, ...] = marker.args if marker else ()
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    noise = [message for message in collector.messages if not any(part in message for part in expected)]
    silent = [part for part in expected if not any(part in message for message in collector.messages)]
    if noise:
        pytest.fail("unexpected in the log:\n" + "\n".join(noise), pytrace=False)
    if silent:
        pytest.fail(f"expected in the log and not there: {silent}", pytrace=False)
