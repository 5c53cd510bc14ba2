"""What of a tree survives a restart: opened nodes, the current one, where it was scrolled, and its order."""

from dataclasses import dataclass

from crmdesk.core.listing import Sort


@dataclass(frozen=True, slots=True)
class TreeState:
    """The user's place in the tree, by key; `to_plain` fits a settings file."""

    opened: tuple[str, ...] = ()
    current: str = ""
    anchor: str = ""
    sort: Sort | None = None

    def to_plain(self) -> dict[str, object]:
        """Return the state as plain values."""
        sort = None if self.sort is None else {"column": self.sort.column, "descending": self.sort.descending}
        return {"opened": list(self.opened), "current": self.current, "anchor": self.anchor, "sort": sort}

    @staticmethod
    def from_plain(plain: object) -> "TreeState":
        """Read what `to_plain` wrote; anything unreadable becomes the default."""
        if not isinstance(plain, dict):
            return TreeState()
        opened, current, anchor, sort = (plain.get(name) for name in ("opened", "current", "anchor", "sort"))
        order = None
        if isinstance(sort, dict) and isinstance(sort.get("column"), str):
            order = Sort(sort["column"], bool(sort.get("descending")))
        return TreeState(
            opened=tuple(key for key in opened if isinstance(key, str)) if isinstance(opened, list) else (),
            current=current if isinstance(current, str) else "",
            anchor=anchor if isinstance(anchor, str) else "",
            sort=order,
        )
