"""A window whose store has a centre, and conversations with it that happen in place."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.desk import ExchangeDesk
from crmdesk.views.exchange.job import CentreLogin, ExchangeJob
from crmdesk.views.exchange.link import LinkState

if TYPE_CHECKING:
    from crmdesk.services.record_key import RecordKey
    from crmdesk.storage.store import Store
    from tests.services.exchange_world import ExchangeWorld


class JobDouble(ExchangeJob):
    """Remembers what was asked; the test says how it ends."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[Any] = []
        self.is_cancelled = False
        self.is_over = False

    @override
    def exchange(self, secret: Mapping[str, Any] | None = None) -> None:
        self.asked.append(("exchange", secret))

    @override
    def connect_to(self, login: CentreLogin, *, only_try: bool) -> None:
        self.asked.append(("try" if only_try else "connect", login))

    @override
    def cancel(self) -> None:
        self.is_cancelled = True

    @override
    def shut_down(self) -> None:
        self.is_over = True


class Jobs:
    """Makes the jobs and keeps them."""

    def __init__(self) -> None:
        self.made: list[JobDouble] = []

    def __call__(self, parent: QObject) -> ExchangeJob:
        """Make a job."""
        self.made.append(JobDouble(parent))
        return self.made[-1]

    @property
    def last(self) -> JobDouble:
        """The job made last."""
        return self.made[-1]


class LinkDouble:
    """The centre's settings in memory."""

    def __init__(self) -> None:
        offered = {
            "mine": "My own accounts, and chosen companies",
            "own_team": "My own team's accounts",
            "everything": "Everything I may see",
        }
        histories = {"month": "Changes of the last 30 days", "year": "Changes of the last year"}
        address, title = "postgresql://li@centre.example:5432/crm", "centre.example:5432/crm"
        self.state = LinkState(address, title, "li", "everything", offered, "year", histories)
        self.left: list[bool] = []
        self.carried: list[str] = []
        self.under: list[tuple[str, ...]] = []
        self.histories: list[str] = []
        self.backups_removed = 0

    def now(self) -> LinkState:
        """Return the link."""
        return self.state

    def carry(self, value: str) -> Changes:
        """Choose."""
        self.carried.append(value)
        return Changes("exchange", touched={"centre": None})

    def carry_under(self, companies: tuple[str, ...]) -> Changes:
        """Choose."""
        self.under.append(companies)
        return Changes("exchange", touched={"centre": None})

    def keep_history(self, value: str) -> Changes:
        """Choose."""
        self.histories.append(value)
        return Changes("exchange", touched={"centre": None})

    def remove_backups(self) -> None:
        """Remove the backups."""
        self.backups_removed += 1

    def leave(self, *, wipe: bool) -> Changes:
        """Leave."""
        self.left.append(wipe)
        self.state = LinkState()
        return Changes("exchange", touched={"centre": None})


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


@pytest.fixture
def link() -> LinkDouble:
    return LinkDouble()


@pytest.fixture
def desk(view_context: ViewContext, jobs: Jobs, link: LinkDouble) -> ExchangeDesk:
    made = ExchangeDesk(view_context, jobs, link, view_context)
    view_context.exchange_with(made)
    return made


@pytest.fixture
def sites(view_context: ViewContext) -> "tuple[RecordKey, RecordKey]":
    accounts = view_context.services.accounts
    company = accounts.create_company({"legal_name": "北京家乐福商业有限公司", "code": "BJJLF"}).record.key
    first = accounts.create_site({"name": "马连道店", "company_id": company.id, "phone": "010 6327 1234"}).record.key
    second = accounts.create_site({"name": "方庄店", "company_id": company.id}).record.key
    return first, second


@pytest.fixture
def world(store: "Store", sites: "tuple[RecordKey, RecordKey]", desk: ExchangeDesk) -> "ExchangeWorld":
    from tests.services.exchange_world import ExchangeWorld

    made = ExchangeWorld(store)
    for site in sites:
        desk._context.services.accounts.save(site, {"owner_id": made.me})
    made.connect()
    return made
