"""Starting: the window paints before anything heavy is imported, and closing leaves nothing open."""

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from crmdesk.app import paths
from crmdesk.app.options import WindowOptions
from crmdesk.app.window import scale_window, start_again
from crmdesk.core.settings import Settings, save_settings
from tests.app.conftest import Start

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "pypinyin", "keyring", "phonenumbers", "opencc", "logging.handlers")
_PAINTS = """
import sys
from crmdesk.app.options import WindowOptions
from crmdesk.app import window
application = window.make_application()
owner = window.WindowApplication(application, WindowOptions())
def painted():
    print(" ".join(name for name in sys.argv[1:] if name in sys.modules))
    application.quit()
owner._start_work = painted
owner.show()
application.exec()
owner.shut_down()
"""


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    done = subprocess.run([sys.executable, "-c", _PAINTS, *HEAVY], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_window_opens_its_store_and_closes_it(start: Start, qtbot: QtBot) -> None:
    owner = start(WindowOptions(unencrypted=True))
    qtbot.waitUntil(lambda: owner.running is not None and owner.running.is_open, timeout=20_000)
    assert owner.window.current_page == "accounts"
    assert paths.default_store().with_name("crmdesk.store.open").exists()
    assert owner.window.close()
    owner.shut_down_store()
    assert not paths.default_store().with_name("crmdesk.store.open").exists()


def test_the_page_of_last_time_comes_back_and_an_unknown_one_does_not_matter(start: Start, qtbot: QtBot) -> None:
    owner = start(WindowOptions(unencrypted=True))
    qtbot.waitUntil(lambda: owner.running is not None and owner.running.is_open, timeout=20_000)
    owner.window.show_page("settings")
    owner = start(WindowOptions())
    assert owner.window.current_page == "settings"


@pytest.mark.parametrize(("scale", "factor"), [(100, None), (150, "1.5")])
def test_the_scale_is_handed_to_qt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scale: int, factor: str | None) -> None:
    import os

    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    save_settings(tmp_path / "settings.toml", Settings(scale=scale))
    scale_window(tmp_path / "settings.toml")
    assert os.environ.get("QT_SCALE_FACTOR") == factor
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)


def test_a_restart_keeps_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **_: started.append(command))
    start_again(WindowOptions(store=tmp_path / "a.store"))
    start_again(WindowOptions(demo=True))
    assert started[0][-2:] == ["--store", str(tmp_path / "a.store")]
    assert started[1][-1] == "--demo"
