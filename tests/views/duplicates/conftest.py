"""A window with a store that holds duplicates, and a search that happens at once."""

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import QObject
from typing_extensions import override

from crmdesk.services.record_key import RecordKey
from crmdesk.views.context import ViewContext
from crmdesk.views.duplicates.desk import DuplicateDesk
from crmdesk.views.duplicates.job import SearchJob

CODE = "91350100M000100Y43"
COMPANIES: tuple[Mapping[str, Any], ...] = (
    {"legal_name": "上海全球石油有限公司", "credit_code": CODE, "phone": "021-58881234"},
    {"legal_name": "上海全球石油有限责任公司", "credit_code": CODE},
    {"legal_name": "上海全球石油（集团）有限公司", "credit_code": CODE},
    {"legal_name": "北京星河贸易有限公司"},
    {"legal_name": "北京星河贸易有限责任公司"},
    {"legal_name": "广州白云电子有限公司"},
)


class InPlaceSearch(SearchJob):
    """Searches when `finish` is called, on the GUI thread."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.is_over = False

    @override
    def start(self) -> None:
        self.progressed.emit(0.1)

    def finish(self) -> None:
        """Carry out the whole search."""
        self._context.services.duplicates.search(self.progressed.emit)
        self.is_over = True
        self.finished.emit()

    @override
    def cancel(self) -> None:
        self.is_over = True
        self.cancelled.emit()

    @override
    def shut_down(self) -> None:
        self.is_over = True


class Searches:
    """Makes the jobs and keeps them."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self.jobs: list[InPlaceSearch] = []

    def __call__(self, parent: QObject) -> SearchJob:
        """Make a job."""
        self.jobs.append(InPlaceSearch(self._context, parent))
        return self.jobs[-1]


@pytest.fixture
def searches(view_context: ViewContext) -> Searches:
    made = Searches(view_context)
    view_context.search_duplicates_with(DuplicateDesk(view_context, made, view_context))
    return made


@pytest.fixture
def companies(view_context: ViewContext) -> tuple[RecordKey, ...]:
    accounts = view_context.services.accounts
    return tuple(accounts.create_company(values).record.key for values in COMPANIES)
