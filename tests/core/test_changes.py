"""Listeners learn from `Changes` whether what they show is concerned."""

import pytest

from crmdesk.core.changes import Changes


@pytest.mark.parametrize(
    ("kind", "record_id", "concerned"),
    [
        ("site", None, True),
        ("site", "a", True),
        ("site", "z", False),
        ("company", "any", True),
        ("company", None, True),
        ("contact", None, False),
        ("contact", "a", False),
    ],
)
def test_changes_concern_the_touched_records_only(kind: str, record_id: str | None, concerned: bool) -> None:
    changes = Changes(action="edit", touched={"site": frozenset("ab"), "company": None})
    assert changes.concerns(kind, record_id) is concerned


def test_nothing_touched_is_false() -> None:
    assert not Changes()
    assert Changes(touched={"site": frozenset("a")})
