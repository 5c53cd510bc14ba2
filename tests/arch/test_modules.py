"""Modules are short, named for what they do, and say what belongs in them."""

import ast
from typing import Final

from tests.arch.sources import modules, parsed, shown

LONGEST: Final = 400
EMPTY_NAMES: Final = frozenset({"util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"})


def test_no_module_is_longer_than_the_limit() -> None:
    long = {
        shown(path): length
        for path in modules("crmdesk", "tests", "scripts", "benchmarks")
        if (length := _lines(path.read_bytes())) > LONGEST
    }
    assert not long, f"split these along their ideas: {long}"


def test_no_module_has_a_name_that_says_nothing() -> None:
    found = [
        shown(path)
        for path in modules("crmdesk", "tests", "scripts", "benchmarks")
        if EMPTY_NAMES & {path.stem, path.parent.name}
    ]
    assert not found, f"name these for what is in them: {found}"


def test_every_module_says_what_belongs_in_it() -> None:
    silent = [
        shown(path)
        for path in modules("crmdesk", "scripts", "benchmarks")
        if path.stat().st_size and not ast.get_docstring(parsed(path))
    ]
    assert not silent, f"no docstring: {silent}"


def _lines(content: bytes) -> int:
    return content.count(b"\n")
