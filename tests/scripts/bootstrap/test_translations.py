"""Catalogues are compiled when their text is newer."""

import os
from pathlib import Path

from scripts.bootstrap.translations import stale_catalogues


def test_a_catalogue_is_stale_when_not_compiled_or_changed_since(tmp_path: Path) -> None:
    fresh, changed, new = (tmp_path / f"{name}.ts" for name in ("fresh", "changed", "new"))
    for number, catalogue in enumerate((fresh, changed, new)):
        catalogue.touch()
        os.utime(catalogue, (1000, 1000 + 100 * number))
    for catalogue in (fresh, changed):
        catalogue.with_suffix(".qm").touch()
        os.utime(catalogue.with_suffix(".qm"), (1000, 1050))
    assert stale_catalogues(tmp_path) == [changed, new]
