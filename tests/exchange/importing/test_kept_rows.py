"""Rows that an import looks at twice."""

from pathlib import Path

import pytest

from crmdesk.exchange.file_errors import FileChanged
from crmdesk.exchange.importing.kept_rows import KEPT_BYTES, KeptRows
from crmdesk.exchange.table_source import open_table


def _table(folder: Path, rows: int) -> Path:
    path = folder / "customers.csv"
    path.write_text("name,city\n" + "".join(f"客户{number},上海\n" for number in range(rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize("at_most", [KEPT_BYTES, 2_000, 0], ids=["kept", "read again", "nothing kept"])
def test_the_second_time_brings_the_same_rows_and_tells_how_far_it_is(tmp_path: Path, at_most: int) -> None:
    rows = KeptRows(open_table(_table(tmp_path, 1_200)), at_most)
    told: list[float] = []
    first = list(rows.first())
    assert len(first) == 1_200
    assert list(rows.again(lambda done, total: told.append(done / total))) == first
    assert told == sorted(told)
    assert (len(told) >= 2, told[-1]) == (True, 1.0)


def test_a_small_file_is_read_once_and_a_big_one_must_still_be_the_same(tmp_path: Path) -> None:
    path = _table(tmp_path, 50)
    kept, read_again = KeptRows(open_table(path)), KeptRows(open_table(path), 100)
    assert len(list(kept.first())) == len(list(read_again.first())) == 50
    path.unlink()
    _table(tmp_path, 60)
    assert len(list(kept.again())) == 50
    with pytest.raises(FileChanged):
        list(read_again.again())


def test_rows_not_looked_at_before_are_read(tmp_path: Path) -> None:
    assert len(list(KeptRows(open_table(_table(tmp_path, 3))).again())) == 3
