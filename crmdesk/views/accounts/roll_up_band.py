"""What stands at a company and in all below it, in one compact row: figures, and how its sites divide by status, grade and kind."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind, SiteStatus, Taxonomy
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.palette import colour
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.accounts.tree_columns import grade_look, status_look
from crmdesk.views.context import ViewContext
from crmdesk.views.figures import figure_text, measure_label

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.roll_ups import NodeRollUp

_BAR_HEIGHT: Final = 6
_MOST_PARTS: Final = 6
_KIND_ROLES: Final = (Role.ACCENT, Role.OK, Role.WARN, Role.INFO)
Part = tuple[str, Role, float]
"""A word, its colour, and how much it is."""


class RollUpBand(QWidget):
    """Shows the roll-ups of one company; asks for them off the GUI thread and again when something below may have changed.

    Call `show_company(key)` when the record shows a company, `show_company(None)` when it shows anything else (the band hides),
    and `apply(changes)` with what the bus publishes. It keeps what it shows while it asks.
    """

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key: RecordKey | None = None
        self._rolled: tuple[NodeRollUp, ...] = ()
        self._kinds: Mapping[str, str] = {}
        mark(self, surface="surface")
        self._figures = QHBoxLayout()
        self._figures.setSpacing(2 * MARGIN)
        self._mixes = QHBoxLayout()
        self._mixes.setSpacing(2 * MARGIN)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GAP)
        layout.addLayout(self._figures)
        layout.addLayout(self._mixes)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._retranslate()
        self.hide()

    def show_company(self, key: RecordKey | None) -> None:
        """Be about another company, or about nothing."""
        if key is None or key.kind is not RecordKind.COMPANY:
            self._key = None
            self.hide()
            return
        if key != self._key:
            self._key = key
            self.setEnabled(False)  # greyed until its own figures are there: hiding would make the form below jump
        self._ask()

    def apply(self, changes: Changes) -> None:
        """Ask anew after anything that may lie below the company changed."""
        if self._key is not None and changes:
            self._ask()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            if self._key is not None and self._context.is_ready:
                self._ask()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Figures of the company with all below it"))

    def _ask(self) -> None:
        if self._key is not None:
            work = partial(_read, self._context.services, self._key, self._context.language)
            self._context.tasks.read(work, done=self._on_read, failed=self._on_gone, latest="roll-ups")

    @Slot(object)
    def _on_gone(self, _error: CrmError) -> None:
        self.hide()

    @Slot(object)
    def _on_read(self, found: "tuple[RecordKey, tuple[NodeRollUp, ...], Mapping[str, str]]") -> None:
        key, rolled, kinds = found
        if key != self._key:
            return
        if (rolled, kinds) != (self._rolled, self._kinds) or self.isHidden():
            self._rolled, self._kinds = rolled, kinds
            self._fill()
        self.setEnabled(True)
        self.show()

    def _fill(self) -> None:
        for layout in (self._figures, self._mixes):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        for one in self._rolled:
            self._figures.addWidget(self._figure(one))
        self._figures.addStretch(1)
        sites = next((one for one in self._rolled if one.by_status), None)
        if sites is None:
            return
        self._add_mix(self.tr("Status"), [_status_part(status, sites.by_status) for status in SiteStatus])
        grades = [_grade_part(grade, value) for grade, value in _sorted(sites.by_grade)]
        self._add_mix(self.tr("Grade"), [*grades, (self.tr("without"), Role.LINE, _number(sites.by_grade.get(None)))])
        kinds = [
            (self._kinds.get(kind, kind), _KIND_ROLES[number % len(_KIND_ROLES)], _number(value))
            for number, (kind, value) in enumerate(_sorted(sites.by_kind))
        ]
        self._add_mix(self.tr("Kind"), [*kinds, (self.tr("without"), Role.LINE, _number(sites.by_kind.get(None)))])

    def _figure(self, rolled: "NodeRollUp") -> QWidget:
        box = QWidget(self)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        unit = rolled.measure.unit
        total, own = figure_text(unit, rolled.subtree), figure_text(unit, rolled.own)
        value = QLabel(total or "–", box)
        mark(value, textRole="strong")
        name = measure_label(rolled.measure.label)
        label = QLabel(name if own in {total, ""} else self.tr("{measure}, {own} here").format(measure=name, own=own), box)
        mark(label, textRole="secondary")
        lines.addWidget(value)
        lines.addWidget(label)
        box.setToolTip(
            self.tr("{measure}: {total} with everything below, {own} at the company itself").format(
                measure=name, total=total or "–", own=own or "–"
            )
        )
        return box

    def _add_mix(self, caption: str, parts: list[Part]) -> None:
        shown = [part for part in parts if part[2] > 0][:_MOST_PARTS]
        if not any(role is not Role.LINE for _word, role, _value in shown):
            return
        self._mixes.addWidget(_Mix(caption, shown, self), 1, Qt.AlignmentFlag.AlignTop)


class _Mix(QWidget):
    """A bar of parts with their words below, so that colour is never the only sign."""

    def __init__(self, caption: str, parts: list[Part], parent: QWidget) -> None:
        super().__init__(parent)
        words = [f"{word} {value:,.0f}" for word, _role, value in parts]
        title = QLabel(caption, self)
        mark(title, textRole="secondary")
        label = QLabel("   ".join(words), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        mark(label, textRole="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget in (title, _Bar(parts, self), label):
            layout.addWidget(widget)
        self.setAccessibleName(", ".join((caption, *words)))


class _Bar(QWidget):
    """Parts side by side, as wide as they are much."""

    def __init__(self, parts: list[Part], parent: QWidget) -> None:
        super().__init__(parent)
        self._parts = parts
        self.setFixedHeight(_BAR_HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        total = sum(value for _word, _role, value in self._parts)
        left = 0.0
        for _word, role, value in self._parts:
            right = left + self.width() * value / total
            width = max(1, round(right) - round(left) - 1)
            painter.fillRect(round(left), 0, width, _BAR_HEIGHT, colour(self.palette(), role))
            left = right


def _read(services: "Services", key: RecordKey, language: str) -> "tuple[RecordKey, tuple[NodeRollUp, ...], Mapping[str, str]]":
    kinds = {term.code: term.name for term in services.taxonomies.terms(Taxonomy.CUSTOMER_KIND, language, retired=True)}
    return key, services.roll_ups.of(key), kinds


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _sorted(mix: Mapping[str | None, object]) -> list[tuple[str, object]]:
    return sorted((group, value) for group, value in mix.items() if group)


def _status_part(status: SiteStatus, mix: Mapping[str | None, object]) -> Part:
    look = status_look(status.value)
    return (look.text if look else status.value, look.role if look else Role.SECONDARY, _number(mix.get(status.value)))


def _grade_part(grade: str, value: object) -> Part:
    look = grade_look(grade)
    return grade, look.role if look else Role.SECONDARY, _number(value)
