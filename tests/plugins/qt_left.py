"""A test that uses the application leaves no window, no running timer and no running QThread behind (as in napari)."""

import gc
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

import pytest

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

QTS_OWN: Final = frozenset({"QTipLabel"})
"""Windows that Qt makes once and keeps."""


@pytest.fixture(autouse=True)
def _qt_left(request: pytest.FixtureRequest) -> Iterator[None]:
    if not {"qapp", "qtbot"} & set(request.fixturenames):  # tests below the GUI never load Qt for this
        yield
        return
    request.getfixturevalue("qapp")
    before = {id(item): item for item in _alive()}  # the objects are kept, so that no id is used again
    yield
    _settle()
    if left := [item for item in _alive() if id(item) not in before]:
        gc.collect()  # what only a reference cycle keeps is slow, not leaked
        _settle()
        left = [item for item in _alive() if id(item) not in before]
    if left:
        pytest.fail("left behind: " + ", ".join(sorted(_describe(item) for item in left)), pytrace=False)


def _alive() -> "list[QObject]":
    """Return the windows, running timers and running threads there are."""
    import shiboken6
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication

    found: list[QObject] = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None and widget.metaObject().className() not in QTS_OWN
    ]
    main = QThread.currentThread()
    for wrapper in shiboken6.getAllValidWrappers():
        running_timer = isinstance(wrapper, QTimer) and wrapper.isActive()
        running_thread = isinstance(wrapper, QThread) and wrapper is not main and wrapper.isRunning()
        if running_timer or running_thread:
            found.append(cast("QObject", wrapper))
    return found


def _settle() -> None:
    """Carry out every `deleteLater` that is due."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _describe(item: "QObject") -> str:
    return f"{type(item).__name__}({item.objectName()})"
