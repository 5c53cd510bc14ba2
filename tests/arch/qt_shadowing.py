"""Finds attributes of our Qt classes that hide a method or signal of Qt (`self.result = …` breaks `dialog.result()`).

Overriding on purpose is marked with `@override`; everything else with a name of Qt's is a mistake (style.md §4.1).
"""

import ast
import inspect
import textwrap
from collections.abc import Iterator


def shadowed_names(kind: type) -> list[str]:
    """Return what the class (not its bases) hides of Qt's names: `name` or `self.name`."""
    qt = {
        name for base in kind.__mro__ if base.__module__.startswith("PySide6") for name in dir(base) if not name.startswith("__")
    }
    if not qt:
        return []
    hidden = [name for name, value in vars(kind).items() if name in qt and not _is_override(value) and name != "staticMetaObject"]
    return hidden + [f"self.{name}" for name in sorted(set(_assigned_to_self(kind))) if name in qt]


def _is_override(value: object) -> bool:
    if isinstance(value, property):
        value = value.fget
    return bool(getattr(value, "__override__", False))


def _assigned_to_self(kind: type) -> Iterator[str]:
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    except (OSError, TypeError):  # made at run time; it has no source
        return
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        ):
            yield node.attr
