"""A test file is found beside the mirror image of what it tests: `tests/ui/test_theme.py` tests `crmdesk/ui/theme`."""

from pathlib import Path
from typing import Final

import pytest

from tests.arch.sources import ROOT, modules, shown

ABOUT_THE_WHOLE: Final = frozenset({"arch", "e2e", "i18n", "plugins"})
"""Folders whose tests have no single module as their subject."""

MIRRORED: Final = {"scripts": "scripts"}
"""Test folders that mirror something beside the package of their name."""

EXCEPTIONS: Final[dict[str, str]] = {
    "tests/app/cli/test_docs.py": "holds docs/cli.md and the commands together",
    "tests/app/test_two_people.py": "two windows, two people, one centre",
    "tests/sync/central/test_at_once.py": "sixteen processes at one centre",
    "tests/sync/central/test_fail_over.py": "a primary, its standby and laptops that are killed",
    "tests/sync/central/test_portability.py": "reads all SQL of the centre",
    "tests/views/accounts/test_opportunities_tab.py": "the tab of views/opportunities on a site's record",
}
"""Test file → why it has no counterpart."""


def has_counterpart(test: Path, root: Path = ROOT) -> bool:
    """Whether the module or package that the test names is there; `test_theme_dark.py` may test a part of `theme`."""
    first, *deeper = test.relative_to(root / "tests").parent.parts
    folder = root.joinpath(MIRRORED.get(first, f"crmdesk/{first}"), *deeper)
    named = test.stem.removeprefix("test_")
    known = {path.stem for path in folder.glob("*") if path.suffix == ".py" or path.is_dir()} | {folder.name}
    known |= {path.stem for path in folder.glob("functions/*.sql")}  # the centre's functions in PostgreSQL
    return any(named == name or named.startswith(f"{name}_") for name in known)


def test_every_test_file_mirrors_a_module() -> None:
    tests = [path for path in modules("tests") if path.name.startswith("test_") and path.parent.name != "tests"]
    subjects = [
        path for path in tests if path.relative_to(ROOT).parts[1] not in ABOUT_THE_WHOLE and shown(path) not in EXCEPTIONS
    ]
    lost = [shown(path) for path in subjects if not has_counterpart(path)]
    assert not lost, f"these test nothing of their name: {lost}"


@pytest.mark.parametrize(
    ("test", "found"),
    [
        ("ui/test_theme.py", True),
        ("ui/test_theme_dark.py", True),
        ("ui/theme/test_theme.py", True),
        ("ui/test_themes.py", False),
        ("ui/test_gone.py", False),
    ],
)
def test_a_counterpart_is_a_module_a_package_or_a_part_of_one(tmp_path: Path, test: str, found: bool) -> None:
    (tmp_path / "crmdesk" / "ui" / "theme").mkdir(parents=True)
    assert has_counterpart(tmp_path / "tests" / test, tmp_path) is found
