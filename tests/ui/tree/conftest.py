"""A tree in memory and a model watched by Qt's own tester."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.fetching import Runner, run_now
from crmdesk.ui.tree.model import PagedTreeModel
from crmdesk.ui.tree.source import Path, Step, TreeRow
from crmdesk.ui.tree.tree_table import TreeTable

A = TypeVar("A")
NAME = Sort("name")
COLUMNS = (
    Column("name", "Name", 240, fixed=True),
    Column("size", "Size", 80, CellKind.NUMBER),
    Column("code", "Code", 80, shown=False),
)


@dataclass
class MemoryTree:
    """A source from a mapping key → children; names are the keys."""

    kids: dict[str | None, list[str]] = field(default_factory=dict)
    questions: list[tuple[str | None, int]] = field(default_factory=list)

    def ordered(self, parent: str | None, sort: Sort) -> list[str]:
        return sorted(self.kids.get(parent, []), reverse=sort.descending)

    def children(self, parent: str | None, first: int, count: int, sort: Sort) -> Page[TreeRow]:
        self.questions.append((parent, first))
        keys = self.ordered(parent, sort)
        rows = tuple(
            TreeRow(key, {"name": Cell(key), "size": Cell(str(len(key)))}, child_count=len(self.kids.get(key, [])), editable=True)
            for key in keys[first : first + count]
        )
        return Page(rows, first, len(keys))

    def locate(self, keys: Sequence[str], sort: Sort) -> Mapping[str, Path]:
        parents = {kid: parent for parent, kids in self.kids.items() for kid in kids}
        found: dict[str, Path] = {}
        for wanted in keys:
            path: list[Step] = []
            key: str | None = wanted
            while key is not None and key in parents:
                path.insert(0, Step(key, self.ordered(parents[key], sort).index(key), len(self.kids.get(key, []))))
                key = parents[key]
            if path:
                found[wanted] = tuple(path)
        return found

    def match(self, parent: str | None, text: str, after: int, sort: Sort) -> Step | None:
        keys = list(enumerate(self.ordered(parent, sort)))
        for index, key in (*keys[after:], *keys[:after]):
            if key.startswith(text.lower()):
                return Step(key, index, len(self.kids.get(key, [])))
        return None


class Later:
    """A runner whose answers come when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def __call__(self, work: Callable[[], A], done: Callable[[A], None]) -> Callable[[], None]:
        def finish() -> None:
            done(work())

        self.waiting.append(finish)
        return self._cancel

    def _cancel(self) -> None:
        """Leave the work in the list: an answer may still come, as from a real thread."""

    def finish_all(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


MakeModel = Callable[..., PagedTreeModel]


@pytest.fixture
def source() -> MemoryTree:
    return MemoryTree(
        {
            None: [f"n{number:03}" for number in range(250)],
            "n001": [f"n001.{number:03}" for number in range(120)],
            "n001.005": ["n001.005.a", "n001.005.b"],
            "n003": ["n003.000"],
        }
    )


@pytest.fixture
def make_model(qapp: object, source: MemoryTree) -> Iterator[MakeModel]:
    made: list[tuple[PagedTreeModel, QAbstractItemModelTester]] = []

    def make(run: Runner = run_now) -> PagedTreeModel:
        model = PagedTreeModel(source, COLUMNS, run, sort=NAME)
        made.append((model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)))
        return model

    yield make
    for model, _ in made:
        model.stop()


@pytest.fixture
def table(qtbot: QtBot, make_model: MakeModel) -> TreeTable:
    view = TreeTable()
    qtbot.addWidget(view)
    view.show_tree(make_model())
    view.resize(500, 400)
    view.show()
    view.tree.refresh()
    view.go_to(0)
    return view


def names(model: PagedTreeModel, first: int = 0, count: int = 12) -> list[str]:
    """Return what stands in the rows, `…` where nothing is loaded."""
    shown = []
    for row in range(first, min(first + count, model.rowCount())):
        cell = model.cell_at(row, 0)
        shown.append("…" if cell is None else cell.text)
    return shown
