"""The overview names what the modules hold, and `--help` imports none of them."""

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import crmdesk.app.cli
from crmdesk.app.cli.areas import AREAS

WIDEST_LINE = 78


def test_every_area_is_listed() -> None:
    folder = Path(crmdesk.app.cli.__file__).parent
    assert set(AREAS) == {module.stem for module in folder.glob("*_commands.py")}


@pytest.mark.parametrize("area", sorted(AREAS))
def test_an_area_lists_its_commands(area: str) -> None:
    commands = import_module(f"crmdesk.app.cli.{area}").COMMANDS
    assert set(AREAS[area]) == {command.name for command in commands}
    assert all(line.endswith(".") and len(line) <= WIDEST_LINE for line in AREAS[area].values())


def test_help_imports_no_area_and_no_database() -> None:
    script = (
        "import sys; from crmdesk.app.cli.main import run; run(['--help']);"
        "sys.exit([name for name in sys.modules if name.endswith('_commands') or name == 'sqlalchemy'] or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert AREAS["account_commands"]["undo"] in " ".join(done.stdout.split())
