"""No class of ours hides a name of Qt's by accident."""

import importlib
import inspect
from typing import Any

import pytest
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog
from typing_extensions import override

from tests.arch.qt_shadowing import shadowed_names
from tests.arch.sources import ROOT, modules


class Careless(QDialog):
    """Everything the checker must find."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.result = "none"  # type: ignore[method-assign,assignment]
        self.outcome = "fine"

    def accept(self) -> None:
        """Hides Qt's without saying so."""


class Careful(QDialog):
    """Nothing to find."""

    answered = Signal()

    @override
    def accept(self) -> None:
        """Override on purpose."""


@pytest.mark.parametrize(("kind", "found"), [(Careless, ["accept", "accepted", "self.result"]), (Careful, []), (dict, [])])
def test_the_checker_finds_what_hides_qt(kind: type[Any], found: list[str]) -> None:
    assert sorted(shadowed_names(kind)) == found


def test_no_class_of_ours_hides_a_name_of_qt() -> None:
    names = [path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in modules("crmdesk")]
    gui = [
        name.removesuffix(".__init__")
        for name in names
        if name.split(".")[1] in {"ui", "views", "app"} and not name.endswith("__main__")
    ]
    found = []
    for module in map(importlib.import_module, gui):
        for name, kind in vars(module).items():
            if inspect.isclass(kind) and kind.__module__ == module.__name__:
                found += [f"{module.__name__}.{name}: {hidden}" for hidden in shadowed_names(kind)]
    assert not found
