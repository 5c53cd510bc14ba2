"""The classifications every store starts with: industries, sources, customer kinds, grades, kinds of place, reasons.

Ids are the same on every machine, so that two stores that meet speak of the same terms. Industries are GB/T 4754-2017
(`facts.md` §7) in its four levels; sources are two levels, for every organisation to edit.
"""

import csv
import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from crmdesk.core.ids import shipped_id
from crmdesk.core.resources import resource_path
from crmdesk.core.vocabulary import Taxonomy

INDUSTRY_VERSION: Final = "GB/T 4754-2017"


_FROM_TREES: Final = (
    *(Taxonomy.SOURCE, Taxonomy.CUSTOMER_KIND, Taxonomy.GRADE, Taxonomy.PLACE_KIND),
    *(Taxonomy.RELEASE_REASON, Taxonomy.DISQUALIFY_REASON),
)


@dataclass(frozen=True, slots=True)
class ShippedTerm:
    """One term as it ships.

    Attributes:
        id: from taxonomy and code, the same everywhere.
        taxonomy: the classification it belongs to.
        code: stable within its taxonomy; industries have the standard's (`F`, `52`, `521`, `5212`).
        parent_id: the term above it; None at the top.
        name: in Simplified Chinese.
        name_zh_tw: in Traditional Chinese.
        name_en: in English; empty for the two lower levels of industries, whose standard has no English names.
        position: order among its siblings, from 0.
    """

    id: str
    taxonomy: Taxonomy
    code: str
    parent_id: str | None
    name: str
    name_zh_tw: str
    name_en: str
    position: int


def _industries() -> Iterator[ShippedTerm]:
    siblings: dict[str, int] = {}
    with resource_path("industry", "gbt4754_2017.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            parent = row["parent_code"]
            position = siblings.get(parent, 0)
            siblings[parent] = position + 1
            yield ShippedTerm(
                id=shipped_id(Taxonomy.INDUSTRY, row["code"]),
                taxonomy=Taxonomy.INDUSTRY,
                code=row["code"],
                parent_id=shipped_id(Taxonomy.INDUSTRY, parent) if parent else None,
                name=row["name"],
                name_zh_tw=row["name_zh_tw"],
                name_en=row["name_en"],
                position=position,
            )


def _from_tree(taxonomy: Taxonomy, nodes: list[dict[str, Any]], parent_id: str | None) -> Iterator[ShippedTerm]:
    for position, node in enumerate(nodes):
        term_id = shipped_id(taxonomy, node["code"])
        yield ShippedTerm(term_id, taxonomy, node["code"], parent_id, node["name"], node["name_zh_tw"], node["name_en"], position)
        yield from _from_tree(taxonomy, node.get("children", []), term_id)


@functools.cache
def shipped_terms() -> tuple[ShippedTerm, ...]:
    """Return every shipped term, parents before children, siblings in order."""
    terms = list(_industries())
    for taxonomy in _FROM_TREES:
        tree = json.loads(resource_path("taxonomies", f"{taxonomy}.json").read_text(encoding="utf-8"))
        terms.extend(_from_tree(taxonomy, tree["terms"], None))
    return tuple(terms)
