"""Find the texts to translate in Python source.

Qt's lupdate reads Python by its looks: it misses a mark that a module calls by a shorter name and a context kept in a constant.
This reads the syntax tree, so it finds what the program will ask for.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from typing_extensions import override

NOOP: Final = "QT_TRANSLATE_NOOP"
EDGE: Final = "QCoreApplication.translate"


class UnmarkedTextError(Exception):
    """A text is handed to `tr` or a mark in a form no catalogue can hold; the message says where."""


@dataclass(frozen=True, slots=True, order=True)
class SourceText:
    """One English text: where Qt looks it up, and whether it is said of a number (`%n`)."""

    context: str
    text: str
    is_plural: bool = False


def source_texts(folder: Path) -> list[SourceText]:
    """Return every text marked in the Python files of `folder`: contexts by name, texts as they come.

    Raises:
        UnmarkedTextError: a text is no literal.
    """
    found: dict[tuple[str, str], SourceText] = {}
    for path in sorted(folder.rglob("*.py")):
        for one in texts_of(path.read_text(encoding="utf-8"), str(path)):
            known = found.get((one.context, one.text))
            found[one.context, one.text] = one if known is None or one.is_plural else known
    return sorted(found.values(), key=lambda one: one.context)


def texts_of(code: str, name: str = "<text>") -> Iterator[SourceText]:
    """Yield the texts marked in one module, in reading order."""
    finder = _Finder(name)
    finder.visit(ast.parse(code, name))
    yield from finder.found


class _Finder(ast.NodeVisitor):
    def __init__(self, name: str) -> None:
        self._name = name
        self._classes: list[str] = []
        self._strings: dict[str, str] = {}
        self._meaning = {NOOP: NOOP, EDGE: EDGE}
        self.found: list[SourceText] = []

    @override
    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    @override
    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        for name in node.names:
            self._meaning[name.asname or name.name] = self._meaning.get(name.name, "")

    @override
    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            self._remember(target, node.value)
        self.generic_visit(node)

    @override
    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._remember(node.target, node.value)
        self.generic_visit(node)

    def _remember(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, its_value in zip(target.elts, value.elts, strict=True):
                self._remember(one, its_value)
            return
        name = ast.unparse(target)
        if isinstance(value, ast.Name | ast.Attribute):
            self._meaning[name] = self._meaning.get(ast.unparse(value), "")
        elif (text := _literal(value)) is not None:
            self._strings[name] = text

    @override
    def visit_Call(self, node: ast.Call) -> None:
        called = ast.unparse(node.func)
        meaning = self._meaning.get(called, "")
        if called == "self.tr":
            self._add(node, self._classes[-1], node.args[0], is_plural=len(node.args) > 2)
        elif meaning == NOOP or (meaning == EDGE and _literal(node.args[1]) is not None):
            context = _literal(node.args[0]) or self._strings.get(ast.unparse(node.args[0]))
            self._add(node, context, node.args[1], is_plural=len(node.args) > 3)
        self.generic_visit(node)

    def _add(self, node: ast.Call, context: str | None, text: ast.expr, *, is_plural: bool) -> None:
        literal = _literal(text)
        if not literal or not context:
            raise UnmarkedTextError(f"{self._name}:{node.lineno}: no literal text: {ast.unparse(node)}")
        self.found.append(SourceText(context, literal, is_plural or "%n" in literal))


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
