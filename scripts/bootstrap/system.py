"""What Qt needs from the system and PySide6 does not bring: shared libraries and a font with Chinese characters.

The table was read off PySide6-Essentials 6.11.3 (`NEEDED` entries of the Qt libraries and of the xcb, offscreen, image and icon
plugins); `tests/scripts/test_system.py` holds it to the installed PySide6.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from scripts.bootstrap.apt import apt_install

LIBRARIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "libGL.so.1": "libgl1",
        "libEGL.so.1": "libegl1",
        "libX11.so.6": "libx11-6",
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxkbcommon.so.0": "libxkbcommon0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        "libfontconfig.so.1": "libfontconfig1",
        "libfreetype.so.6": "libfreetype6",
        "libglib-2.0.so.0": "libglib2.0-0",
        "libgthread-2.0.so.0": "libglib2.0-0",
        "libdbus-1.so.3": "libdbus-1-3",
        "libzstd.so.1": "libzstd1",
        "libz.so.1": "zlib1g",
        "libbrotlidec.so.1": "libbrotli1",
        "libbrotlicommon.so.1": "libbrotli1",
        "libgssapi_krb5.so.2": "libgssapi-krb5-2",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-glx.so.0": "libxcb-glx0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
    }
)
"""Shared library → Debian package."""

WAYLAND_LIBRARIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    }
)
"""Wanted only where a Wayland desktop runs."""

FONT_PACKAGE: Final = "fonts-noto-cjk"
FONT_MARKS: Final = (
    "cjk",
    "wqy",
    "droidsansfallback",
    "uming",
    "ukai",
    "sourcehan",
    "simsun",
    "simhei",
    "msyh",
    "unifont",
    "hansans",
    "hanserif",
)
"""Parts of the file names of fonts with Chinese characters, in lower case without separators."""


def provide_system_parts(*, for_packaging: bool) -> None:
    """Install what Qt misses here, or name it where it cannot be installed; nothing to do outside Linux."""
    if not sys.platform.startswith("linux"):
        return
    table = {**LIBRARIES, **WAYLAND_LIBRARIES} if os.environ.get("WAYLAND_DISPLAY") else dict(LIBRARIES)
    missing = missing_libraries(table)
    tell(missing, [table[name] for name in missing], why="shared libraries Qt needs")
    if not has_chinese_font():
        tell(["a font with Chinese characters"], [FONT_PACKAGE], why="a font with Chinese characters")
    if for_packaging:
        provide_packaging_parts()


def provide_packaging_parts() -> None:
    """Install what PyInstaller needs beside its package: binutils, and Python as a shared library."""
    if not shutil.which("objdump"):
        tell(["objdump"], ["binutils"], why="objdump, which PyInstaller needs")
    library, folder = (sysconfig.get_config_var(name) or "" for name in ("INSTSONAME", "LIBDIR"))
    if library.startswith("libpython") and not Path(folder, library).exists() and missing_libraries([library]):
        version = f"libpython{sys.version_info.major}.{sys.version_info.minor}"  # Debian keeps it in a package of its own
        tell([library], [version], why="Python's shared library, which PyInstaller needs,")


def tell(missing: Iterable[str], packages: Iterable[str], *, why: str) -> None:
    """Install the packages, or print the names of what is missing when that cannot be done."""
    missing, packages = list(missing), sorted(set(packages))
    if missing and not apt_install(packages, why=why):
        print(
            f"crmdesk: {why} missing here: {', '.join(missing)}. Install them with your package manager (on Debian: {' '.join(packages)}).",
            file=sys.stderr,
            flush=True,
        )


def missing_libraries(names: Iterable[str]) -> list[str]:
    """Return those of the shared libraries that the loader does not find."""
    return [name for name in names if not _loads(name)]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_chinese_font(folders: Iterable[Path] | None = None) -> bool:
    """Whether a font with Chinese characters is installed: as fontconfig says, or by the names of the files in `folders`."""
    if folders is None and shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh", "file"], capture_output=True, check=False)
        return bool(listed.stdout.strip())
    home = Path.home()
    usual = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), home / ".fonts", home / ".local/share/fonts")
    return any(_is_chinese(name) for folder in folders or usual for _, _, names in os.walk(folder) for name in names)


def _is_chinese(file_name: str) -> bool:
    bare = file_name.lower().replace("-", "").replace("_", "").replace(" ", "")
    return any(mark in bare for mark in FONT_MARKS)
