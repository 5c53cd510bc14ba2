"""The sets of criteria that every store starts with (`facts.md` §4); ids are the same on every machine."""

import functools
import json
from dataclasses import dataclass

from crmdesk.core.ids import shipped_id
from crmdesk.core.resources import resource_path


@dataclass(frozen=True, slots=True)
class ShippedSet:
    """One set as it ships, see `models.qualification.CriteriaSet`."""

    id: str
    code: str
    name: str
    name_zh_tw: str
    name_en: str
    pass_percent: int | None
    pass_count: int | None
    position: int


@dataclass(frozen=True, slots=True)
class ShippedCriterion:
    """One criterion as it ships, see `models.qualification.Criterion`."""

    id: str
    set_id: str
    code: str
    name: str
    name_zh_tw: str
    name_en: str
    question: str
    question_zh_tw: str
    question_en: str
    hint: str
    hint_zh_tw: str
    hint_en: str
    weight: int
    is_knock_out: int
    position: int


@functools.cache
def shipped_criteria() -> tuple[tuple[ShippedSet, ...], tuple[ShippedCriterion, ...]]:
    """Return every shipped set and every criterion, in order."""
    told = json.loads(resource_path("qualification", "sets.json").read_text(encoding="utf-8"))
    sets, criteria = [], []
    for place, shape in enumerate(told["sets"]):
        set_id = shipped_id("criteria_set", shape["code"])
        own = {key: value for key, value in shape.items() if key != "criteria"}
        sets.append(ShippedSet(id=set_id, position=place, **own))
        for position, criterion in enumerate(shape["criteria"]):
            criterion_id = shipped_id("criterion", shape["code"], criterion["code"])
            criteria.append(ShippedCriterion(id=criterion_id, set_id=set_id, position=position, **criterion))
    return tuple(sets), tuple(criteria)
