"""Sets of criteria: shipped, one's own, and which one a lead is offered first."""

import pytest

from crmdesk.core.errors import CrmError
from crmdesk.core.ids import shipped_id
from crmdesk.core.vocabulary import Taxonomy
from crmdesk.services.criteria_sets import CriteriaSetService, OutOfRange
from crmdesk.services.record_values import FieldRequired
from crmdesk.storage.store import Store
from tests.services.test_qualification import lead_in

CHAMP = shipped_id("criteria_set", "CHAMP")


@pytest.mark.parametrize(("language", "name"), [("zh_CN", "预算"), ("zh_TW", "預算"), ("en", "Budget")])
def test_shipped_sets_ask_in_three_languages(ready_store: Store, language: str, name: str) -> None:
    service = CriteriaSetService(ready_store)
    assert [(one.criteria, one.pass_count, one.pass_percent) for one in service.all()] == [
        (4, 3, None),
        (4, None, 75),
        (6, None, 70),
    ]
    first = service.criteria(service.all()[0].id, language)[0]
    assert first.name == name
    assert first.question
    assert first.hint


def test_a_set_of_the_leads_source_or_one_above_it_comes_first(ready_store: Store) -> None:
    service = CriteriaSetService(ready_store)
    fair, canton = (shipped_id(Taxonomy.SOURCE, code) for code in ("fair", "fair-canton"))
    service.change(CHAMP, {"source_id": fair})
    assert service.for_lead(lead_in(ready_store, source_id=canton))[0].id == CHAMP
    assert service.for_lead(lead_in(ready_store))[0].id != CHAMP


def test_a_set_of_ones_own_with_weights_and_an_order(ready_store: Store) -> None:
    service = CriteriaSetService(ready_store)
    own, _ = service.add({"name": "冷链项目", "pass_percent": "60"})
    first, _ = service.add_criterion(own, {"name": "面积", "weight": 3, "is_knock_out": 1, "question": "多少平方米？"})
    second, _ = service.add_criterion(own, {"name": "开业日"})
    service.move_criterion(second, -1)
    assert [(one.name, one.weight, one.is_knock_out) for one in service.criteria(own)] == [
        ("开业日", 1, False),
        ("面积", 3, True),
    ]
    service.change_criterion(first, {"name_en": "Area", "weight": 5})
    assert [one.name for one in service.criteria(own, "en")] == ["开业日", "Area"]
    service.retire(own)
    assert own not in {one.id for one in service.all()}
    assert own in {one.id for one in service.all(retired=True)}


@pytest.mark.parametrize("values", [{"name": "x", "weight": -1}, {"name": "x", "weight": 101}])
def test_senseless_numbers_are_refused(ready_store: Store, values: dict[str, object]) -> None:
    with pytest.raises(OutOfRange):
        CriteriaSetService(ready_store).add_criterion(CHAMP, values)


def test_a_name_is_needed_and_what_is_gone_is_said(ready_store: Store) -> None:
    service = CriteriaSetService(ready_store)
    with pytest.raises(FieldRequired):
        service.add({"name": " "})
    with pytest.raises(FieldRequired):
        service.change(CHAMP, {"name": ""})
    with pytest.raises(CrmError):
        service.change_criterion("x", {"name": "y"})
