"""The grade is a person's decision, with date and name (`facts.md` §2)."""

from datetime import date


def grade_decision(before: str | None, after: str | None, *, by: str | None, on: date) -> dict[str, str | None]:
    """Return the fields that change when somebody decides a grade; none when it stays as it is.

    A grade carries the day and the person that decided it; withdrawing it clears both.
    """
    if before == after:
        return {}
    if after is None:
        return {"grade": None, "graded_at": None, "graded_by": None}
    return {"grade": after, "graded_at": on.isoformat(), "graded_by": by}
