from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from crmdesk.core.changes import Changes
from crmdesk.views.accounts.roll_up_band import RollUpBand

if TYPE_CHECKING:
    from tests.views.accounts.conftest import Bench


@pytest.fixture
def band(bench: "Bench") -> RollUpBand:
    made = RollUpBand(bench.context, bench.window)
    made.show_company(bench.sample.group)
    return made


def _texts(band: RollUpBand) -> list[str]:
    return [label.text() for label in band.findChildren(QLabel)]


def test_it_shows_own_figures_and_those_of_all_below(band: RollUpBand) -> None:
    assert not band.isHidden()
    assert "Sites, 0 here" in _texts(band)
    assert "Fighting for deals 2" in _texts(band)


def test_it_follows_a_change_and_hides_for_a_site(bench: "Bench", band: RollUpBand) -> None:
    deleted = bench.services.deletions.delete([bench.sample.first])
    band.apply(deleted.changes)
    assert "Fighting for deals 1" in _texts(band)
    band.show_company(bench.sample.first)
    assert band.isHidden()
    band.apply(Changes())


def test_a_company_that_is_gone_shows_nothing(bench: "Bench", band: RollUpBand) -> None:
    deleted = bench.services.deletions.delete([bench.sample.group])
    band.apply(deleted.changes)
    assert band.isHidden()
