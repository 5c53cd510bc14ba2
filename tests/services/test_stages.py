"""The list of stages: shipped, edited, put in order, never empty."""

import pytest

from crmdesk.core.vocabulary import ActionKind
from crmdesk.services.stages import LastStage, NotAProbability, StageService
from crmdesk.services.store_setup import add_missing
from crmdesk.storage.store import Store


def test_every_store_starts_with_stages_in_three_languages(ready_store: Store) -> None:
    service = StageService(ready_store)
    assert [stage.probability for stage in service.all()] == [10, 25, 45, 60, 80, 100, 0]
    assert (service.all("zh_TW")[0].name, service.all("en")[0].name) == ("初步接觸", "Prospecting")
    assert not add_missing(ready_store)


def test_an_older_store_gets_what_it_lacks(ready_store: Store) -> None:
    with ready_store.unit_of_work(action=ActionKind.SETUP) as uow, uow.unlogged() as connection:
        connection.exec_driver_sql("DELETE FROM stage WHERE position>2")
        uow.commit()
    assert add_missing(ready_store)
    assert len(StageService(ready_store).all()) == 7


def test_a_new_stage_stands_before_the_closing_ones(ready_store: Store) -> None:
    service = StageService(ready_store)
    added, _ = service.add({"name": "试用", "probability": 70})
    assert [stage.id for stage in service.all()].index(added) == 5
    service.move(added, -1)
    assert [stage.id for stage in service.all()].index(added) == 4
    service.change(added, {"name_en": "Trial"})
    assert "Trial" in {stage.name for stage in service.all("en")}
    with pytest.raises(NotAProbability):
        service.change(added, {"probability": 101})


def test_one_open_stage_stays(ready_store: Store) -> None:
    service = StageService(ready_store)
    opened = [stage for stage in service.all() if not stage.is_closed]
    for stage in opened[1:]:
        service.retire(stage.id)
    with pytest.raises(LastStage):
        service.retire(opened[0].id)
    assert len(service.all()) == 3
    assert len(service.all(retired=True)) == 7
