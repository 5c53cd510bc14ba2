"""Settings survive their file; what a file holds wrongly is the default again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.core.settings import LANGUAGES, SCALES, THEMES, Settings, load_settings, save_settings

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
valid_settings = st.builds(
    Settings,
    language=st.sampled_from(["system", *LANGUAGES]),
    theme=st.sampled_from(THEMES),
    scale=st.sampled_from(SCALES),
    industry_depth=st.integers(1, 4),
    backup_hours=st.integers(0, 720),
    backups_kept=st.integers(1, 1000),
    backup_folder=text,
    store=text,
    tree_columns=st.lists(text, max_size=6).map(tuple),
    first_start_done=st.booleans(),
)


@given(valid_settings)
def test_what_was_saved_is_read_again(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "deep" / "settings.toml"
    save_settings(path, settings)
    assert load_settings(path) == settings
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.toml"]


@given(st.binary(max_size=200))
def test_no_file_is_so_damaged_that_reading_fails(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    path.write_bytes(content)
    assert isinstance(load_settings(path), Settings)


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('theme = "dark"', Settings(theme="dark")),
        ('theme = "neon"', Settings()),
        ("theme = 3", Settings()),
        ("scale = 130", Settings()),
        ("scale = true", Settings()),
        ("first_start_done = 1", Settings()),
        ("industry_depth = 9", Settings(industry_depth=4)),
        ("industry_depth = 0", Settings(industry_depth=1)),
        ("backups_kept = -1", Settings(backups_kept=1)),
        ('tree_columns = ["name", "code"]', Settings(tree_columns=("name", "code"))),
        ('tree_columns = ["name", 1]', Settings()),
        ('tree_columns = "name"', Settings()),
        ('of_a_later_version = "x"', Settings()),
        ("theme = ", Settings()),
    ],
)
def test_a_wrong_value_is_the_default_again(tmp_path: Path, line: str, expected: Settings) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(line, encoding="utf-8")
    assert load_settings(path) == expected
