"""A group as a picture: a frame with 5,000 nodes in view against an empty view of the same size, and what comes before the first frame.

A frame is a whole repaint of the widget into a picture of its size: still, and after each of forty steps of a zoom about the middle and
back, in which boxes, labels and widths are chosen anew. The floor is an empty `QGraphicsView` painted the same way, in turn with ours.
Frames are counted in processor time of this process, so that a machine busy with other work slows them less.
"""

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from benchmarks.dataset import open_store
from benchmarks.measure import Reach, Result, median_ms, paired_medians, percentile
from benchmarks.picks import biggest_company

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crmdesk.ui.charts.chart import HierarchyChart
    from crmdesk.ui.charts.hierarchy import Hierarchy

_NODES: Final = 5_000
_SIZE: Final = (1366, 768)
_STEPS: Final = 20
_STEP: Final = 1.12
_FRAME_MS: Final = 1_000 / 60
_CATEGORIES: Final = 5
_RAW: Final = """SELECT id, company_id, name, status, grade, customer_kind, sort_key FROM site
WHERE n IN (SELECT n FROM site WHERE company_id=? AND deleted_at IS NULL)"""


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield frames of each form, then reading and laying out the biggest company of each store."""
    yield from _frames()
    for sites in sizes:
        yield from _reading(sites)


def _frames() -> Iterator[Result]:
    from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

    from crmdesk.ui.charts.scene import Form

    application = QApplication.instance() or QApplication([])
    empty = QGraphicsView(QGraphicsScene())
    empty.resize(*_SIZE)
    chart = _chart(_made_up(_NODES))
    for form in Form:
        chart.show_form(form)
        chart.fit()
        name = form.value.replace("_", " ")
        floor, still = _in_turn(_painted(empty), _painted(chart))
        yield _frame(f"{name}, still", floor, still, f"{still / floor:.1f} × an empty view, {chart.drawn} boxes")
        moving = [_cpu_ms(step) for step in _zooming(chart)]
        middle = statistics.median(moving)
        yield _frame(
            f"{name}, zooming",
            floor,
            middle,
            f"{middle / floor:.1f} ×, p95 {percentile(moving, 0.95):.1f}, longest {max(moving):.1f}",
        )
        laid = [_cpu_ms(lambda: chart.begin_with(chart.top)) for _ in range(11)]
        yield Result("group picture", f"{name}, folded and laid out", 0, None, statistics.median(laid), reach=Reach.AT_MOST)
    chart.deleteLater()
    empty.deleteLater()
    application.processEvents()


def _frame(what: str, floor: float, ours: float, note: str) -> Result:
    return Result("group picture", what, 0, floor, ours, reach=Reach.AT_MOST, target=_FRAME_MS, note=note)


def _cpu_ms(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1_000


def _in_turn(floor: Callable[[], object], ours: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of two paintings done in turn, the first of each (cold caches) not counted."""
    floor(), ours()
    pairs = [(_cpu_ms(floor), _cpu_ms(ours)) for _ in range(31)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _painted(widget: "QWidget") -> Callable[[], object]:
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    picture = QPixmap(*_SIZE)
    return lambda: QWidget.render(widget, picture)


def _zooming(chart: "HierarchyChart") -> Iterator[Callable[[], object]]:
    paint = _painted(chart)
    for factor in (*(_STEP,) * _STEPS, *(1 / _STEP,) * _STEPS):

        def step(factor: float = factor) -> None:
            chart.zoom(factor, _SIZE[0] * 0.4, _SIZE[1] * 0.6)
            paint()

        yield step


def _chart(hierarchy: "Hierarchy") -> "HierarchyChart":
    from crmdesk.ui.charts.chart import HierarchyChart
    from crmdesk.ui.chips import ChipLook, Shape
    from crmdesk.ui.theme.tokens import Role

    looks = [ChipLook(role.value, role, Shape.DISC) for role in (Role.INFO, Role.ACCENT, Role.OK, Role.WARN, Role.SECONDARY)]
    chart = HierarchyChart()
    chart.resize(*_SIZE)
    chart.show_hierarchy(hierarchy, looks, _Words())
    return chart


class _Words:
    """Plain words, as cheap as the program's."""

    def caption(self, node: int) -> str:
        return f"Sites: {node}"

    def tip(self, node: int) -> str:
        return f"{node}"

    def more(self, count: int) -> str:
        return f"… and {count} more"


def _made_up(nodes: int) -> "Hierarchy":
    """Return a group of five levels, a company to five sites, with names as long as real ones."""
    from crmdesk.ui.charts.hierarchy import NO_CATEGORY, Hierarchy

    rng = random.Random(8)
    characters = "北京上海广州深圳家乐福商业有限公司分店路大厦"
    parents, weights, categories = [-1], [0.0], [NO_CATEGORY]
    companies, depths = [0], [0]
    while len(parents) < nodes:
        above = rng.choice(companies)
        is_company = rng.random() < 1 / 6 and depths[above] < 4
        if is_company:
            companies.append(len(parents))
        depths.append(depths[above] + 1)
        parents.append(above)
        weights.append(0.0 if is_company else 1.0)
        categories.append(NO_CATEGORY if is_company else rng.randrange(_CATEGORIES))
    names = ["".join(rng.choices(characters, k=rng.randint(5, 18))) for _ in parents]
    return Hierarchy.of(parents, names, weights, categories, _CATEGORIES)


def _reading(sites: int) -> Iterator[Result]:
    from crmdesk.services.group_picture import GroupPictureService
    from crmdesk.ui.charts.folding import fold
    from crmdesk.ui.charts.hierarchy import NO_CATEGORY, Hierarchy

    with open_store(sites) as store:
        service, company = GroupPictureService(store), biggest_company(store)
        with store.read() as connection:
            floor, read = paired_medians(
                lambda: connection.exec_driver_sql(_RAW, (company.id,)).all(), lambda: service.read(company), 5
            )
        picture = service.read(company)
        name = f"read a group of {len(picture):,}"
        yield Result("group picture", name, sites, floor, read, target=3.0, note="floor: its rows by SQL")
        categories = [at % _CATEGORIES if site else NO_CATEGORY for at, site in enumerate(picture.is_site)]
        made = median_ms(lambda: Hierarchy.of(picture.parents, picture.names, picture.values, categories, _CATEGORIES), 5)
        yield Result("group picture", "totals, order and mixes of it", sites, None, made, reach=Reach.AT_MOST)
        hierarchy = Hierarchy.of(picture.parents, picture.names, picture.values, categories, _CATEGORIES)
        folded = median_ms(lambda: fold(hierarchy, limit=_NODES), 5)
        yield Result("group picture", f"fold it to {_NODES:,}", sites, None, folded, reach=Reach.AT_MOST)
