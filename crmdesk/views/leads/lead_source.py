"""The list of leads as the toolkit's table wants it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.core.listing import Page, Sort
from crmdesk.ui.table.columns import Cell, CellKind, Column
from crmdesk.ui.table.source import TableRow
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.leads.wording import holder_text, lead_status_look
from crmdesk.views.words import day_text, time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.lead_lists import LeadLists, LeadRow

BY_NEED: Final = Sort("next_step_on")
_PERCENT: Final = 100


def lead_columns() -> tuple[Column, ...]:
    """Return the columns in the present language; those hidden first wait in the list of columns."""
    text, number = QCoreApplication.translate, CellKind.NUMBER
    return (
        Column("name", text("lead_columns", "Name"), 200, fixed=True, stretches=True),
        Column("status", text("lead_columns", "Status"), 92, CellKind.CHIP),
        Column("next_step", text("lead_columns", "Next step"), 120, sortable=False),
        Column("next_step_on", text("lead_columns", "Due on"), 84),
        Column("person", text("lead_columns", "Person"), 96),
        Column("owner", text("lead_columns", "Owner"), 110),
        Column("last_follow_up_at", text("lead_columns", "Last follow-up"), 96),
        Column("completeness", text("lead_columns", "Completeness"), 72, number),
        Column("probability", text("lead_columns", "Score"), 64, number, shown=False),
        Column("mobile", text("lead_columns", "Mobile"), 120, CellKind.CODE, sortable=False, shown=False),
        Column("city", text("lead_columns", "City"), 90, shown=False),
        Column("source", text("lead_columns", "Source"), 110, shown=False),
        Column("industry", text("lead_columns", "Industry"), 130, shown=False),
        Column("campaign", text("lead_columns", "Campaign"), 110, shown=False),
        Column("pool", text("lead_columns", "Pool"), 100, shown=False),
        Column("job_title", text("lead_columns", "Title"), 110, sortable=False, shown=False),
        Column("email", text("lead_columns", "Mail"), 160, sortable=False, shown=False),
    )


class LeadSource:
    """Implements `ui.table.source.TableSource` for one filter."""

    def __init__(self, lists: "LeadLists | None", wanted: LeadFilter, language: str, today: date) -> None:
        self._lists, self._wanted, self._language, self._today = lists, wanted, language, today

    @property
    def wanted(self) -> LeadFilter:
        """Which leads."""
        return self._wanted

    def rows(self, first: int, count: int, sort: Sort) -> Page[TableRow]:
        """Return a page of the list."""
        if self._lists is None:
            return Page((), first, 0)
        page = self._lists.page(self._wanted, sort, first, count, self._language)
        return Page(tuple(_row(row, self._today) for row in page.rows), first, page.total)

    def positions(self, keys: Sequence[str], sort: Sort) -> Mapping[str, int]:
        """Return where these leads stand."""
        if self._lists is None or not keys:
            return {}
        wanted = set(keys)
        return {lead: at for at, lead in enumerate(self._lists.ids(self._wanted, sort)) if lead in wanted}


def _row(row: "LeadRow", today: date) -> TableRow:
    is_late = row.next_step_on is not None and row.next_step_on < today
    probability = None if row.probability is None else round(row.probability * _PERCENT)
    return TableRow(
        row.id,
        {
            "name": Cell(row.name),
            "person": Cell(row.person or ""),
            "status": Cell(chip=lead_status_look(row.status)),
            "owner": Cell(
                holder_text(row.owner, row.pool, is_provisional=row.is_provisional), Role.WARN if row.is_provisional else None
            ),
            "next_step": Cell(row.next_step or ""),
            "next_step_on": Cell(day_text(row.next_step_on), Role.BAD if is_late else None),
            "last_follow_up_at": Cell("" if row.last_follow_up_at is None else time_text(row.last_follow_up_at, with_time=False)),
            "completeness": Cell(f"{row.completeness} %"),
            "probability": Cell("" if probability is None else f"{probability} %"),
            "mobile": Cell(row.mobile or row.phone or ""),
            "city": Cell(row.city or ""),
            "source": Cell(row.source or ""),
            "industry": Cell(row.industry or ""),
            "campaign": Cell(row.campaign or ""),
            "pool": Cell(row.pool or ""),
            "job_title": Cell(row.job_title or ""),
            "email": Cell(row.email or ""),
        },
    )
