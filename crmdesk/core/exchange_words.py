"""The closed sets of the exchange with the centre that a person meets: why he is asked, why an edit waits, how he answers.

Stored, sent and shown; services and screens know them as well as the exchange itself (`sync.protocol` names them again).
"""

from enum import StrEnum, unique


@unique
class ConflictKind(StrEnum):
    """Why a person is asked (`sync.md` §2.8, row numbers in brackets)."""

    FIELD = "field"
    """The field was changed by somebody else meanwhile (3, 10)."""
    DELETE = "delete"
    """The record was changed by somebody else before it was deleted here: it was not deleted (8)."""
    CYCLE = "cycle"
    """Two moves would have put a company below itself; this one was not made (11)."""
    CODE = "code"
    """The customer code is taken; the record is stored without (14)."""
    DUPLICATE = "duplicate"
    """Another company carries the same credit code; both are stored (15)."""
    MERGE = "merge"
    """The record was merged into another one already (18)."""
    REVIVED = "revived"
    """A deleted record came back because somebody worked on it (7, 13, 20)."""
    PARENT = "parent"
    """What it hung under was deleted; it hangs at the nearest living company now (13, 21)."""
    INVALID = "invalid"
    """The value breaks a rule (31)."""
    CLAIM = "claim"
    """Somebody else holds the record (23)."""
    RULE = "rule"
    """A rule of the pool, its field, kept the record from whoever claimed it (`facts.md` §3)."""


@unique
class ParkedWhy(StrEnum):
    """Why an edit waits for somebody else's word."""

    ACCESS = "access"
    GUARDED = "guarded"
    SCHEMA = "schema"
    INVALID = "invalid"
    DISABLED = "disabled"
    UNKNOWN_RECORD = "unknown_record"
    ERROR = "error"


@unique
class Choice(StrEnum):
    """How a conflict or a waiting edit is settled: the `fld` of a `resolve`."""

    KEEP = "keep"
    MINE = "mine"
    OTHER = "other"
    ASK = "ask"
    ACCEPT = "accept"
    DISMISS = "dismiss"
