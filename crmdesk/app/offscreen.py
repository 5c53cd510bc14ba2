"""`make run` where there is no display: the same job offscreen – the demo made, its tree printed, the window as a picture."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crmdesk.app.options import WindowOptions

if TYPE_CHECKING:
    from crmdesk.services.record_key import RecordKey
    from crmdesk.services.tree import TreeService

_LEVELS: Final = 3
_ROOTS: Final = 12
_BELOW: Final = 4
_HOW_TO_SEE: Final = "No display here, so the window was drawn into {path}. To use it, run `make run` on a desktop, set DISPLAY, or try `xvfb-run make run`."


def run_offscreen(options: WindowOptions) -> int:
    """Open the store asked for (the demo unless another is named), print its tree, draw the window; return the exit code."""
    from dataclasses import replace

    from crmdesk.app.stage_play import TookTooLong, settle, window_on

    if options.store is None:
        options = replace(options, demo=True)
    try:
        with window_on(options) as owner:
            services = owner.context.services
            for line in tree_lines(services.tree, None, _LEVELS):
                _say(line)
            open_first(owner.context.record_asked.emit, services.tree)
            settle(owner)
            path = picture_path("window.png")
            owner.window.grab().save(str(path))
    except TookTooLong as error:
        _say(f"The window did not come up: {error}.")
        return 1
    _say("")
    _say(_HOW_TO_SEE.format(path=path))
    return 0


def tree_lines(tree: "TreeService", parent: "RecordKey | None", levels: int, indent: str = "") -> Iterator[str]:
    """Yield a few levels of the tree as text."""
    most = _BELOW if indent else _ROOTS
    total = tree.count(parent)
    nodes = tree.children(parent, 0, most)
    for node in nodes:
        sites = f"  {node.sites} sites" if node.sites else ""
        place = "  ".join(part for part in (node.city, node.code) if part)
        yield f"{indent}{node.name}  {place}{sites}".rstrip()
        if levels > 1 and node.has_children:
            yield from tree_lines(tree, node.key, levels - 1, indent + "    ")
    if total > len(nodes):
        yield f"{indent}… {total - len(nodes)} more"


def open_first(show: Callable[[str], object], tree: "TreeService") -> None:
    """Show the first site of the first company that has one, so that the picture has a record in it."""
    for root in tree.children(None, 0, _ROOTS):
        key = root.key
        while True:
            below = tree.children(key, 0, 1)
            if not below:
                break
            key = below[0].key
        if key != root.key:
            show(str(key))
            return


def picture_path(name: str) -> Path:
    """Return where a picture goes: `build/screens` below the present folder, else the temporary folder."""
    folder = Path("build") / "screens"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".probe"
        probe.touch()
        probe.unlink()
    except OSError:
        import tempfile

        folder = Path(tempfile.gettempdir())
    return (folder / name).resolve()


def _say(line: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stdout.flush()
