"""The list of opportunities and their sums by stage as the toolkit's tables want them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crmdesk.core.listing import Page, Sort
from crmdesk.core.money import Money
from crmdesk.ui.chips import ChipLook
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.opportunities.wording import day_of, money_text, stage_look
from crmdesk.views.words import field_label

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.opportunity_lists import OpportunityFilter, OpportunityLists, OpportunityRow, StageTotal


def opportunity_columns() -> tuple[Column, ...]:
    """Return the columns in the present language; those hidden first wait in the list of columns."""
    due = QCoreApplication.translate("SiteOpportunitiesTab", "Next step on")
    return (
        Column("name", field_label("Opportunity"), 150, fixed=True, stretches=True),
        Column("company", field_label("Company"), 110, sortable=False),
        Column("site", field_label("Site"), 96),
        Column("stage", field_label("Stage"), 104, CellKind.CHIP),
        Column("amount", field_label("Amount"), 112, CellKind.NUMBER),
        Column("closes_on", field_label("Closes on"), 90),
        Column("owner", field_label("Owner"), 80, shown=False),
        Column("next_step", field_label("Next step"), 96),
        Column("next_step_on", due, 90, shown=False),
        Column("probability", field_label("Probability"), 72, CellKind.NUMBER, shown=False),
        Column("closed_at", field_label("Closed"), 90, shown=False),
    )


def total_columns() -> tuple[Column, ...]:
    """Return the columns of the sums by stage."""
    translate = QCoreApplication.translate
    return (
        Column("stage", field_label("Stage"), 120, CellKind.CHIP, sortable=False, fixed=True, stretches=True),
        Column("count", translate("opportunities", "Number"), 72, CellKind.NUMBER, sortable=False),
        Column("sum", field_label("Amount"), 110, CellKind.NUMBER, sortable=False),
        Column(
            "weighted",
            translate("opportunities", "Weighted"),
            110,
            CellKind.NUMBER,
            sortable=False,
            tooltip=translate("opportunities", "The amount times the probability of its stage"),
        ),
    )


class OpportunitySource:
    """Implements `ui.table.source.TableSource` for one filter."""

    def __init__(self, lists: "OpportunityLists | None", wanted: "OpportunityFilter | None", language: str, today: date) -> None:
        self._lists, self._wanted, self._language, self._today = lists, wanted, language, today

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return a page of the list."""
        if self._lists is None or self._wanted is None:
            return Page((), first, 0)
        page = self._lists.page(self._wanted, sort, first, count, self._language)
        return Page(tuple(_row(row, self._today) for row in page.rows), first, page.total)

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return where these opportunities stand."""
        if self._lists is None or self._wanted is None or not keys:
            return {}
        wanted = set(keys)
        return {key: at for at, key in enumerate(self._lists.ids(self._wanted, sort)) if key in wanted}


def _row(row: "OpportunityRow", today: date) -> TableRow:
    is_open = row.closed_at is None
    is_late = is_open and row.closes_on is not None and row.closes_on < today
    step_late = is_open and row.next_step_on is not None and row.next_step_on < today
    return TableRow(
        row.id,
        {
            "name": Cell(row.name),
            "company": Cell(row.company or "", tooltip=row.company or ""),
            "site": Cell(row.site, tooltip=f"{row.company} › {row.site}" if row.company else row.site),
            "stage": Cell(chip=stage_look(row.stage, is_won=row.is_won, is_lost=row.is_lost)),
            "amount": Cell(money_text(row.money)),
            "closes_on": Cell(day_of(row.closes_on), Role.BAD if is_late else None),
            "owner": Cell(row.owner or ""),
            "next_step": Cell(row.next_step or ""),
            "next_step_on": Cell(day_of(row.next_step_on), Role.BAD if step_late else None),
            "probability": Cell(f"{row.probability} %"),
            "closed_at": Cell(day_of(None if row.closed_at is None else row.closed_at.astimezone().date())),
        },
    )


def total_rows(totals: "Sequence[StageTotal]") -> list[TableRow]:
    """Return a row for each stage and currency, and one for each currency in all."""
    rows: list[TableRow] = []
    count = 0
    sums: dict[str, tuple[int, int]] = {}
    for total in totals:
        count += total.count
        pairs: list[tuple[Money | None, Money | None]] = list(zip(total.sums, total.weighted, strict=True)) or [(None, None)]
        for at, (one, weighted) in enumerate(pairs):
            look = stage_look(total.stage, is_won=total.is_won, is_lost=total.is_lost)
            first = {"stage": Cell(chip=look), "count": Cell(str(total.count))} if at == 0 else {}
            cells = {"sum": Cell(money_text(one)), "weighted": Cell(money_text(weighted))}
            rows.append(TableRow(f"{total.stage_id}:{at}", {**first, **cells}))
            if one is not None and weighted is not None:
                before = sums.get(one.currency, (0, 0))
                sums[one.currency] = (before[0] + one.minor, before[1] + weighted.minor)
    said = ChipLook(QCoreApplication.translate("opportunities", "In all"), Role.TEXT, is_flat=True)
    for at, (currency, (whole, weighted_sum)) in enumerate(sorted(sums.items())):
        first = {"stage": Cell(chip=said), "count": Cell(str(count))} if at == 0 else {}
        cells = {"sum": Cell(money_text(Money(whole, currency))), "weighted": Cell(money_text(Money(weighted_sum, currency)))}
        rows.append(TableRow(f"all:{currency}", {**first, **cells}))
    return rows
