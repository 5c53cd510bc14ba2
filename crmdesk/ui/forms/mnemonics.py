"""Alt+letter for each label of a form: unique, from the label itself where it has Latin letters, else behind it: 名称(&N)."""

import re
from collections.abc import Sequence
from string import ascii_uppercase, digits


def with_mnemonics(labels: Sequence[tuple[str, str]], taken: str = "") -> list[str]:
    """Return each label with its mnemonic marked.

    Args:
        labels: (field key, label); the key gives the letter where the label has none.
        taken: letters used elsewhere in the window (menus).

    Letters run out after 36 labels, and an English label may find all its own taken: those stay without.
    """
    free = [sign for sign in ascii_uppercase + digits if sign not in taken.upper()]
    marked = []
    for key, label in labels:
        text = label.replace("&", "&&")
        inside = next((sign for sign in _candidates(label) if sign in free), "")
        if inside:
            at = text.upper().index(inside)
            marked.append(f"{text[:at]}&{text[at:]}")
            free.remove(inside)
            continue
        if label.isascii():
            marked.append(
                text
            )  # an English label without a free letter goes without; a letter behind it would look like a mistake
            continue
        outside = next((sign for sign in (*_candidates(key), *free) if sign in free), "")
        if outside:
            free.remove(outside)
            text = f"{text}(&{outside})"
        marked.append(text)
    return marked


def without_mnemonic(text: str) -> str:
    """Return a button's or menu's text for ears, tooltips and lists: `&Undo` and `撤销(&U)` without the key."""
    return re.sub(r"\(&\w\)", "", text).replace("&", "")


def _candidates(text: str) -> list[str]:
    """Latin letters of a text: beginnings of words first, as people expect."""
    words = text.replace("_", " ").split()
    beginnings = [word[0].upper() for word in words]
    return [sign for sign in (*beginnings, *text.upper()) if sign in ascii_uppercase]
