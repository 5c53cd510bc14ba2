"""What PyInstaller collects beside crmdesk and nobody needs: used by `crmdesk.spec`, held to the source by a test.

PyInstaller's `excludes` leaves Qt's own libraries and plugins in; they are taken out of its lists by their destination.
"""

from pathlib import PurePosixPath
from typing import Final

UNUSED_QT: Final = frozenset(
    {
        *("Concurrent", "Designer", "DesignerComponents", "Help", "Pdf", "PdfWidgets", "Sql", "Test", "UiTools"),
        *(
            "Qml",
            "QmlMeta",
            "QmlModels",
            "QmlWorkerScript",
            "QmlFeatures",
            "Quick",
            "QuickControls2",
            "QuickTest",
            "QuickWidgets",
        ),
        *("VirtualKeyboard", "VirtualKeyboardQml", "WaylandCompositor", "WaylandEglCompositorHwIntegration"),
        *("EglFSDeviceIntegration", "EglFsKmsSupport", "EglFsKmsGbmSupport"),
    }
)
"""Qt modules, as `QtSql`, `libQt6Sql.so.6` or `Qt6Sql.dll` without their prefix."""

UNUSED_PLUGINS: Final = frozenset(
    {
        *("designer", "egldeviceintegrations", "generic", "qmltooling", "sqldrivers", "vectorimageformats"),
        *("wayland-graphics-integration-server", "networkinformation", "printsupport"),
        *(
            "qeglfs",
            "qlinuxfb",
            "qminimalegl",
            "qvkkhrdisplay",
            "qvnc",
            "qgtk3",
            "qtvirtualkeyboardplugin",
            "qpdf",
            "qtiff",
            "qwbmp",
            "qtga",
            "qicns",
        ),
    }
)
"""Plugin folders, and plugins without prefix and suffix."""

UNUSED_LIBRARIES: Final = (
    *("libgtk-", "libgdk-", "libgdk_pixbuf", "libatk", "libatspi", "libpango", "libcairo", "libepoxy", "libharfbuzz", "libthai"),
    *("libcups", "libavahi", "libpq", "libmysql", "libodbc", "opengl32sw"),
)
"""What only the plugins above pull in from the system; Qt brings its own HarfBuzz."""

QT_TRANSLATIONS: Final = frozenset({"qtbase_en.qm", "qtbase_zh_CN.qm", "qtbase_zh_TW.qm"})

FOR_COMPILERS: Final = frozenset({".a", ".cmake", ".h", ".hpp", ".pc", ".pxd", ".pyi"})

UNUSED_PYTHON: Final = (
    "pyqtgraph",  # until the first chart that needs it
    *(
        "tkinter",
        "IPython",
        "matplotlib",
        "pytest",
        "_pytest",
        "hypothesis",
        "mypy",
        "setuptools",
        "pip",
        "PyInstaller",
        "OpenGL",
        "scipy",
    ),
    *(f"PySide6.Qt{name}" for name in sorted(UNUSED_QT)),
)


def wanted(destination: str) -> bool:
    """Whether a file with this place in the bundle stays."""
    path = PurePosixPath(destination.replace("\\", "/"))
    bare = path.name.partition(".")[0]
    if bare.removeprefix("libQt6").removeprefix("Qt6").removeprefix("Qt") in UNUSED_QT:
        return False
    if "plugins" in path.parts and (path.parent.name in UNUSED_PLUGINS or bare.removeprefix("lib") in UNUSED_PLUGINS):
        return False
    if "PySide6" in path.parts and "translations" in path.parts:
        return path.name in QT_TRANSLATIONS
    if path.suffix in FOR_COMPILERS or "clib/bin/" in path.as_posix():  # opencc's own programs
        return False
    return "qml" not in path.parts and not path.name.startswith(UNUSED_LIBRARIES)
