"""Comparing companies and sites: are two records one? Pure functions over values; `docs/duplicates.md` has the measures."""

from crmdesk.models.matching.blocking import LARGEST_BLOCK, blocking_keys, keys_of
from crmdesk.models.matching.candidate import Candidate, Prepared, prepared
from crmdesk.models.matching.comparison import DEFAULT_THRESHOLD, Likeness, compare_prepared, compare_records
from crmdesk.models.matching.reasons import MATCHING, Reason

__all__ = [
    "DEFAULT_THRESHOLD",
    "LARGEST_BLOCK",
    "MATCHING",
    "Candidate",
    "Likeness",
    "Prepared",
    "Reason",
    "blocking_keys",
    "compare_prepared",
    "compare_records",
    "keys_of",
    "prepared",
]
