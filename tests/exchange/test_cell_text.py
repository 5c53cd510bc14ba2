from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from crmdesk.exchange.cell_text import cell_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("00123", "00123"),
        (13800000000.0, "13800000000"),
        (0.1 + 0.2, "0.3"),
        (1.27, "1.27"),
        (-0.0, "0"),
        (1e20, "1e+20"),
        (42, "42"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        (date(2014, 2, 19), "2014-02-19"),
        (datetime(2014, 2, 19), "2014-02-19"),  # noqa: DTZ001 - a cell has no time zone
        (datetime(2014, 2, 19, 4, 14), "2014-02-19 04:14:00"),  # noqa: DTZ001
        (time(14, 57, 13), "14:57:13"),
        (timedelta(hours=36, minutes=5), "36:05:00"),
    ],
)
def test_cells_read_as_a_person_would_type_them(value: Any, text: str) -> None:
    assert cell_text(value) == text
