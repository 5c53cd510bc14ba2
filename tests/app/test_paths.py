"""Where files go."""

from pathlib import Path

import pytest

from crmdesk.app import paths


def test_one_folder_can_hold_everything(crmdesk_home: Path) -> None:
    for path in (paths.default_store(), paths.demo_store(), paths.settings_file(), paths.mappings_folder(), paths.log_folder()):
        assert path.is_relative_to(crmdesk_home)
    assert paths.default_store() != paths.demo_store()


def test_without_it_the_platform_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE)
    assert "crmdesk" in str(paths.data_folder())
    assert paths.data_folder() != paths.config_folder()
