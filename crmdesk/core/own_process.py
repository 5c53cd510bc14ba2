"""How this program starts itself once more, as an interpreter's module or as the bundle it is."""

import sys


def own_command(*arguments: str) -> list[str]:
    """Return the command line of another process of this program."""
    is_bundle = getattr(sys, "frozen", False)  # then the program is no interpreter
    return [sys.executable, *arguments] if is_bundle else [sys.executable, "-m", "crmdesk", *arguments]
