"""`docs/cli.md` and the program say the same: commands, options, and every key of every JSON example."""

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click
import pytest

from crmdesk.app.cli.main import commands
from crmdesk.core.resources import resource_path

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "cli.md"
TEXT: Final = PAGE.read_text(encoding="utf-8")
SECTIONS: Final = {part.split("\n", 1)[0]: part for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]}
OPTION: Final = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
EXAMPLES: Final = re.findall(r"<!-- example: (.*?) -->\n```json\n(.*?)```", TEXT, flags=re.DOTALL)
FREE: Final = frozenset({"warnings", "names", "constants", "roles", "official", "codes", "rules"})
"""Maps whose keys are data."""
Ask = Callable[..., Any]
CONTEXT: Final = click.Context(commands)
COMMANDS: Final = {name: command for name in commands.list_commands(CONTEXT) if (command := commands.get_command(CONTEXT, name))}


def options_of(command: click.Command) -> set[str]:
    """Return the command's options, and those of all commands below it."""
    below = command.commands.values() if isinstance(command, click.Group) and command is not commands else ()
    return set().union(*map(options_of, below)) | {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
        if name.startswith("--")
    }


def documented_options(section: str) -> set[str]:
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `-")]
    return {name for row in rows for name in OPTION.findall(row)}


def test_every_command_has_its_section() -> None:
    assert set(SECTIONS) - {"For every command"} == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_is_documented_and_every_documented_option_is_there(name: str) -> None:
    assert documented_options(SECTIONS[name]) == options_of(COMMANDS[name])


def test_global_options_are_documented() -> None:
    assert documented_options(SECTIONS["For every command"]) == options_of(commands) | {"--help"}


def test_there_is_an_example_of_every_shape() -> None:
    shown = {word for line, _shape in EXAMPLES for word in shlex.split(line) if word in COMMANDS}
    assert set(COMMANDS) - shown == {"set"}  # has the shape of `show`, as its section says


@pytest.mark.parametrize(("line", "shape"), EXAMPLES, ids=[line for line, _shape in EXAMPLES])
def test_an_example_has_exactly_the_keys_the_command_prints(
    crm: Ask, tmp_path: Path, request: pytest.FixtureRequest, line: str, shape: str
) -> None:
    places = {
        "customers": str(resource_path("demo", "customers.csv")),
        "folder": str(tmp_path / "backups"),
        "new": str(tmp_path / "new.store"),
        "backup": "",
    }
    if "{centre}" in line:
        places["centre"] = request.getfixturevalue("centre_url")
    if "{backup}" in line:
        places["backup"] = crm("backup", tmp_path / "backups", "--json").json["path"]
    if "{customers}" in line and line.startswith("import"):
        line += f" --map {resource_path('demo', 'customers.json')}"
    arguments = [word.format(**places) for word in shlex.split(line)]
    answer = crm(*arguments, "--json")
    assert answer.code in {0, 1}
    documented, printed = json.loads(shape), answer.json
    assert not list(differences(documented, printed, line)), answer.out[:2_000]


def differences(documented: Any, printed: Any, place: str) -> Any:
    """Yield what one has and the other has not: keys, and kinds of values where both have one."""
    if isinstance(documented, dict) and isinstance(printed, dict):
        if place.rpartition(".")[2] in FREE or place.endswith("mapping.columns"):
            return
        for key in documented.keys() ^ printed.keys():
            yield f"{place}.{key}"
        for key in documented.keys() & printed.keys():
            yield from differences(documented[key], printed[key], f"{place}.{key}")
    elif isinstance(documented, list) and isinstance(printed, list):
        if documented and printed:
            for item in documented:
                yield from differences(item, printed[0], f"{place}[]")
    elif documented is not None and printed is not None and type(documented) is not type(printed):
        yield f"{place}: {documented!r} is not like {printed!r}"
