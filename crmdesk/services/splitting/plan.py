"""A plan for splitting accounts: what would become of them. A frozen value; correcting it makes another one."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from crmdesk.models.splitting.places import Ground, SiteOrigin, Unit
from crmdesk.models.splitting.reasons import BY_HAND, WEAK, Reason

__all__ = ["WEAK", "Ground", "PlannedChild", "PlannedSite", "Reason", "SiteOrigin", "SplitAccount", "SplitPlan", "Unit"]

ChildKey = tuple[str, str]
"""Table and id of a child."""


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """A site of a plan.

    Attributes:
        key: of a stored site its id, of a new one `new:…`; the same site may stand in several accounts of one company.
        name, code, place_kind: as it is, or as proposed (a term's code).
        columns: a new site's address; for the account itself what its address becomes, empty when it stays.
        address: its address in one line. why: why it is a site of its own. grounds: every address that says so.
        units: floors and rooms to be added to it.
    """

    key: str
    origin: SiteOrigin
    name: str
    code: str | None
    place_kind: str | None
    address: str
    why: Reason
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)
    grounds: tuple[Ground, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedChild:
    """A row that hangs on the account, and where it goes.

    Attributes:
        kind: its table. column: the column by which it hangs. name: what it is called. detail: more of its text.
        site: key of the site it goes to.
    """

    kind: str
    column: str
    id: str
    name: str
    site: str
    reason: Reason
    contact: str | None = None
    detail: str = ""

    @property
    def key(self) -> ChildKey:
        """What names it in its plan."""
        return (self.kind, self.id)


@dataclass(frozen=True, slots=True)
class SplitAccount:
    """One account and what would become of it.

    Attributes:
        id, name, code: the account, a site. company_id, company: whose it is.
        sites: the account itself first.
        children: everything that hangs on it.
    """

    id: str
    name: str
    code: str | None
    company_id: str
    company: str
    sites: tuple[PlannedSite, ...]
    children: tuple[PlannedChild, ...]

    @property
    def moving(self) -> tuple[PlannedChild, ...]:
        """Children that leave the account."""
        return tuple(child for child in self.children if child.site != self.id)

    @property
    def new_sites(self) -> tuple[PlannedSite, ...]:
        """Sites that would be made."""
        return tuple(site for site in self.sites if site.origin is SiteOrigin.NEW)

    @property
    def weak(self) -> int:
        """Children a person should look at."""
        return sum(child.reason.is_weak for child in self.children)

    def site(self, key: str) -> PlannedSite:
        """Return a site of the account.

        Raises:
            KeyError: there is none of this key.
        """
        for site in self.sites:
            if site.key == key:
                return site
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class SplitPlan:
    """What would become of accounts.

    Attributes:
        accounts: those with something to split. examined: how many were looked at.
        label: what was asked to be split, for the history.
        seen: last operation of the change log it rests on; a later one on the same records makes it stale.
    """

    accounts: tuple[SplitAccount, ...]
    examined: int
    label: str
    seen: int

    @property
    def new_sites(self) -> int:
        """Sites that would be made."""
        return sum(len(account.new_sites) for account in self.accounts)

    @property
    def moving(self) -> int:
        """Rows that would move to another site."""
        return sum(len(account.moving) for account in self.accounts)

    @property
    def weak(self) -> int:
        """Rows a person should look at."""
        return sum(account.weak for account in self.accounts)

    @property
    def is_empty(self) -> bool:
        """Whether carrying it out would do nothing."""
        return not any(account.new_sites or account.moving for account in self.accounts)

    def index_of(self, account_id: str) -> int:
        """Return the place of an account.

        Raises:
            KeyError: it is not in the plan.
        """
        for index, account in enumerate(self.accounts):
            if account.id == account_id:
                return index
        raise KeyError(account_id)

    # Corrections

    def reassigned(self, account_id: str, children: Collection[ChildKey], site: str) -> "SplitPlan":
        """Return the plan with these children placed by hand at a site of their account.

        Raises:
            KeyError: no such account, or no such site in it.
        """
        index = self.index_of(account_id)
        account = self.accounts[index]
        account.site(site)
        chosen = frozenset(children)
        moved = tuple(replace(child, site=site, reason=BY_HAND) if child.key in chosen else child for child in account.children)
        return self._with({index: replace(account, children=moved)})

    def renamed(self, site: str, name: str) -> "SplitPlan":
        """Return the plan with a new site called otherwise; stored sites keep their names."""
        return self._with(
            {
                index: replace(
                    account,
                    sites=tuple(
                        replace(item, name=name) if item.key == site and item.key.startswith(NEW) else item
                        for item in account.sites
                    ),
                )
                for index, account in self._having(site)
            }
        )

    def merged(self, site: str, into: str) -> "SplitPlan":
        """Return the plan without a site; what was to go there goes to another one, or stays where the account has not got that.

        The account itself cannot be merged away: merged with a new site, that one gives way.
        """
        if site == into:
            return self
        if not site.startswith(NEW):
            site, into = into, site
        if not site.startswith(NEW):
            return self
        changed = {}
        for index, account in self._having(site):
            target = into if any(item.key == into for item in account.sites) else account.id
            gone = account.site(site)
            sites = tuple(
                replace(item, grounds=(*item.grounds, *gone.grounds)) if item.key == target else item
                for item in account.sites
                if item.key != site
            )
            children = tuple(
                replace(child, site=target, reason=BY_HAND) if child.site == site else child for child in account.children
            )
            changed[index] = replace(account, sites=sites, children=children)
        return self._with(changed)

    def dropped(self, site: str) -> "SplitPlan":
        """Return the plan without a new site; what was to go there stays with its account."""
        if not site.startswith(NEW):
            return self
        changed = {}
        for index, account in self._having(site):
            children = tuple(
                replace(child, site=account.id, reason=BY_HAND) if child.site == site else child for child in account.children
            )
            changed[index] = replace(account, sites=tuple(item for item in account.sites if item.key != site), children=children)
        return self._with(changed)

    def without(self, account_id: str) -> "SplitPlan":
        """Return the plan that leaves an account as it is.

        Raises:
            KeyError: it is not in the plan.
        """
        gone = self.accounts[self.index_of(account_id)]
        orphans = {site.key: site for site in gone.new_sites}  # another account of the company may count on such a site
        accounts = []
        for account in self.accounts:
            if account.id == account_id:
                continue
            shared = [site.key for site in account.sites if site.key in orphans]
            sites = tuple(orphans.pop(site.key, site) if site.key in shared else site for site in account.sites)
            accounts.append(replace(account, sites=sites) if shared else account)
        return replace(self, accounts=tuple(accounts))

    def _having(self, site: str) -> Iterator[tuple[int, SplitAccount]]:
        for index, account in enumerate(self.accounts):
            if any(item.key == site for item in account.sites):
                yield index, account

    def _with(self, changed: Mapping[int, SplitAccount]) -> "SplitPlan":
        accounts = list(self.accounts)
        for index, account in changed.items():
            accounts[index] = account
        return replace(self, accounts=tuple(accounts))


NEW: Final = "new:"
"""What the key of a site that is to be made begins with."""
