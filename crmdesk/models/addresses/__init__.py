"""The address engine: taking addresses apart, the premises they mean, and whether two mean the same (docs/addresses.md)."""

from crmdesk.models.addresses.comparison import compare_premises, group_premises
from crmdesk.models.addresses.parse import parse_address
from crmdesk.models.addresses.parts import PART_NAMES, ParsedAddress, Part
from crmdesk.models.addresses.premises import Premises, PremisesComparison, PremisesKind, Reason, premises_key_of, premises_of

__all__ = [
    "PART_NAMES",
    "ParsedAddress",
    "Part",
    "Premises",
    "PremisesComparison",
    "PremisesKind",
    "Reason",
    "compare_premises",
    "group_premises",
    "parse_address",
    "premises_key_of",
    "premises_of",
]
