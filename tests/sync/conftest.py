"""Two laptops and a centre between them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.sync.central_server import central, central_of_each, central_of_module, clusters
from tests.sync.laptops import HAN, LI, Laptop, office_of_two_teams
from tests.sync.twin.centre import Hub

__all__ = ["central", "central_of_each", "central_of_module", "clusters"]  # fixtures: a real PostgreSQL


@pytest.fixture
def hub() -> Hub:
    """A centre with two teams, a person in each, and their manager."""
    return office_of_two_teams()


@pytest.fixture
def laptop_of(template_file: Path, tmp_path: Path, hub: Hub) -> Iterator[Callable[[str], Laptop]]:
    """Make laptops by person; they are closed at the end."""
    made: list[Laptop] = []

    def make(user: str) -> Laptop:
        made.append(Laptop.new(template_file, tmp_path / f"{len(made)}.db", hub.login(user), seed=len(made) + 1))
        return made[-1]

    yield make
    for laptop in made:
        laptop.store.close()


@pytest.fixture
def li(laptop_of: Callable[[str], Laptop]) -> Laptop:
    """Li's laptop, team East."""
    return laptop_of(LI)


@pytest.fixture
def han(laptop_of: Callable[[str], Laptop]) -> Laptop:
    """Han's laptop, team North."""
    return laptop_of(HAN)
