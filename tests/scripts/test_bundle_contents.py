"""The bundle leaves out what nobody needs and nothing that somebody does."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.bundle_contents import UNUSED_PYTHON, wanted
from tests.arch.sources import modules, parsed, shown


@pytest.mark.parametrize(
    ("destination", "stays"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Sql.so.6", False),
        ("PySide6/Qt6Qml.dll", False),
        ("PySide6\\Qt6Gui.dll", True),
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/QtQuick.abi3.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("PySide6/Qt/qml/QtQuick/qmldir", False),
        ("resources/translations/crmdesk_zh_CN.qm", True),
        ("opencc/clib/lib64/libopencc.a", False),
        ("opencc/clib/bin/opencc", False),
        ("opencc/clib/share/opencc/t2s.json", True),
        ("libgtk-3.so.0", False),
        ("libxcb-cursor.so.0", True),
        ("sqlcipher3/_sqlite3.abi3.so", True),
    ],
)
def test_only_what_is_used_stays(destination: str, stays: bool) -> None:
    assert wanted(destination) is stays


def test_no_module_imports_what_the_bundle_leaves_out() -> None:
    found = [f"{shown(path)}: {name}" for path in modules("crmdesk") for name in _imported(path) if _left_out(name)]
    assert not found, f"take these off the lists in scripts/bundle_contents.py: {found}"


@pytest.mark.parametrize(
    ("name", "out"), [("PySide6.QtSql", True), ("PySide6.QtGui", False), ("pyqtgraph.exporters", True), ("numbers", False)]
)
def test_what_is_left_out_is_known_by_its_name(name: str, out: bool) -> None:
    assert _left_out(name) is out


def _left_out(name: str) -> bool:
    return any(name == unused or name.startswith(f"{unused}.") for unused in UNUSED_PYTHON)


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
