"""The stages of opportunities that every store starts with; ids are the same on every machine."""

import functools
import json
from dataclasses import dataclass

from crmdesk.core.ids import shipped_id
from crmdesk.core.resources import resource_path


@dataclass(frozen=True, slots=True)
class ShippedStage:
    """One stage as it ships; `position` counts from 0, `probability` in percent."""

    id: str
    code: str
    name: str
    name_zh_tw: str
    name_en: str
    probability: int
    is_won: int
    is_lost: int
    position: int


@functools.cache
def shipped_stages() -> tuple[ShippedStage, ...]:
    """Return every shipped stage in order."""
    told = json.loads(resource_path("stages.json").read_text(encoding="utf-8"))
    return tuple(
        ShippedStage(
            id=shipped_id("stage", stage["code"]),
            code=stage["code"],
            name=stage["name"],
            name_zh_tw=stage["name_zh_tw"],
            name_en=stage["name_en"],
            probability=stage["probability"],
            is_won=stage.get("is_won", 0),
            is_lost=stage.get("is_lost", 0),
            position=position,
        )
        for position, stage in enumerate(told["stages"])
    )
