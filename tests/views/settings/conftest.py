"""The same window as for the exchange."""

from tests.views.exchange.conftest import desk, jobs, link, sites, world

__all__ = ["desk", "jobs", "link", "sites", "world"]
