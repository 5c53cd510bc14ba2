"""What Qt needs from the system is known, and only what is missing is asked for."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from scripts.bootstrap.system import LIBRARIES, has_chinese_font, missing_libraries

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves libraries to the system")

ALWAYS_THERE: Final = (
    "libc.so",
    "libm.so",
    "libdl.so",
    "libpthread.so",
    "librt.so",
    "libresolv.so",
    "libstdc++.so",
    "libgcc_s.so",
    "ld-linux",
)
BROUGHT_ALONG: Final = ("libQt6", "libicu", "libpyside6", "libshiboken6")
USED: Final = ("Core", "Gui", "Widgets", "Svg", "SvgWidgets", "Network", "DBus", "OpenGL", "Test", "PrintSupport", "XcbQpa")
USED_PLUGINS: Final = ("platforms/libqxcb", "platforms/libqoffscreen", "xcbglintegrations/*", "iconengines/*", "imageformats/*")


def test_only_missing_libraries_are_named() -> None:
    assert missing_libraries(["libc.so.6", "libnosuchthing.so.99"]) == ["libnosuchthing.so.99"]


@pytest.mark.skipif(not shutil.which("objdump"), reason="needs objdump")
def test_the_table_names_every_library_that_the_installed_qt_needs() -> None:
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    objects = [qt / "lib" / f"libQt6{name}.so.6" for name in USED]
    objects += [path for pattern in USED_PLUGINS for path in (qt / "plugins").glob(f"{pattern}.so")]
    needed: set[str] = set()
    for item in objects:
        table = subprocess.run(["objdump", "-p", str(item)], capture_output=True, text=True, check=True).stdout
        needed |= {line.split()[1] for line in table.splitlines() if line.strip().startswith("NEEDED")}
    foreign = {name for name in needed if not name.startswith((*ALWAYS_THERE, *BROUGHT_ALONG))}
    assert foreign <= set(LIBRARIES), sorted(foreign - set(LIBRARIES))


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ((), False),
        (("DejaVuSans.ttf",), False),
        (("NotoSansCJK-Regular.ttc",), True),
        (("DejaVuSans.ttf", "wqy-zenhei.ttc"), True),
        (("Source Han Sans.otf",), True),
    ],
)
def test_a_chinese_font_is_known_by_its_name(tmp_path: Path, files: tuple[str, ...], found: bool) -> None:
    for name in files:
        (tmp_path / name).touch()
    assert has_chinese_font([tmp_path]) is found
