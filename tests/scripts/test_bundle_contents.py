"""The bundle leaves out what nobody needs and nothing that somebody does."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.bundle_contents import UNUSED_QT, wanted
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
        ("libgtk-3.so.0", False),
        ("libxcb-cursor.so.0", True),
        ("sqlcipher3/_sqlite3.abi3.so", True),
    ],
)
def test_only_what_is_used_stays(destination: str, stays: bool) -> None:
    assert wanted(destination) is stays


def test_no_module_imports_what_the_bundle_leaves_out() -> None:
    found = [f"{shown(path)}: Qt{name}" for path in modules("crmdesk") for name in _imported_qt(path) if name in UNUSED_QT]
    assert not found, f"take these off the list in scripts/bundle_contents.py: {found}"


def _imported_qt(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        names = [alias.name for alias in node.names] if isinstance(node, (ast.Import, ast.ImportFrom)) else []
        if isinstance(node, ast.ImportFrom):
            names = names if node.module == "PySide6" else [node.module or ""]
        yield from (name.removeprefix("PySide6.").removeprefix("Qt") for name in names)
