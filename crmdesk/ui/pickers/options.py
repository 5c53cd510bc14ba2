"""The options of a picker and how typing narrows them. Pure Python."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

PATH_SEPARATOR = " › "


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be picked.

    Attributes:
        key: what the picker answers.
        text: what is shown, translated.
        parent_key: the option above it, empty at the top.
        code: shown before the text, e.g. an industry code.
        search_text: further words it is found by (pinyin, other languages), already lower case.
        disabled: shown, but cannot be picked (retired, or only a heading).
    """

    key: str
    text: str
    parent_key: str = ""
    code: str = ""
    search_text: str = ""
    disabled: bool = False

    @property
    def title(self) -> str:
        """Code and text."""
        return f"{self.code} {self.text}" if self.code else self.text


class OptionTree:
    """Options in the order given, with their depth and path; deeper than `max_depth` levels (0: any) is left out."""

    def __init__(self, options: Sequence[Option], *, max_depth: int = 0) -> None:
        # The rest is worked out when the list is opened: a form of industries is made long before, or never.
        self._given = options
        self._max_depth = max_depth
        self._by_key = {option.key: option for option in options}

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """All options within the depth."""
        if self._max_depth <= 0:
            return tuple(self._given)
        return tuple(option for option in self._given if len(self.path(option.key)) <= self._max_depth)

    @cached_property
    def _words(self) -> dict[str, str]:
        return {option.key: f"{option.text} {option.code} {option.search_text}".casefold() for option in self.options}

    def get(self, key: str) -> Option | None:
        """Return an option, even one below the depth (an older choice)."""
        return self._by_key.get(key)

    def path(self, key: str) -> tuple[Option, ...]:
        """Return the options from the top down to and including this one; empty when there is no such option."""
        path: list[Option] = []
        option = self._by_key.get(key)
        while option is not None and option not in path:
            path.insert(0, option)
            option = self._by_key.get(option.parent_key)
        return tuple(path)

    def path_text(self, key: str) -> str:
        """Return the path as one line: `展会 › 广交会`; with codes only the last, since a code implies what is above."""
        path = self.path(key)
        if not path:
            return ""
        return path[-1].title if path[-1].code else PATH_SEPARATOR.join(option.title for option in path)

    def matching(self, typed: str) -> tuple[str, ...]:
        """Return the keys whose own words contain every typed word, in order; all keys when nothing is typed."""
        words = typed.casefold().split()
        return tuple(option.key for option in self.options if all(word in self._words[option.key] for word in words))

    def with_ancestors(self, keys: Sequence[str]) -> frozenset[str]:
        """Return these keys and all above them."""
        kept: set[str] = set()
        for key in keys:
            option = self._by_key.get(key)
            while option is not None and option.key not in kept:
                kept.add(option.key)
                option = self._by_key.get(option.parent_key)
        return frozenset(kept)
