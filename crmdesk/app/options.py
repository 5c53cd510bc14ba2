"""What the window can be started with; read without any library, because the window paints before one is imported."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """Options of `crmdesk` without a command.

    Attributes:
        store: the file to open instead of the one used last.
        demo: open the demo store, made when missing.
        offscreen: draw without a display: print the tree, write a picture, end.
        self_test: open a store, draw every page offscreen, search, end; exit code 0 when all is well.
        unencrypted: create a new store as a plain file, knowingly.
    """

    store: Path | None = None
    demo: bool = False
    offscreen: bool = False
    self_test: bool = False
    unencrypted: bool = False


def window_options(arguments: Sequence[str]) -> WindowOptions | None:
    """Return the window's options, None when the arguments are a command or `--help` for the command line."""
    store: Path | None = None
    flags: set[str] = set()
    waiting = iter(arguments)
    for argument in waiting:
        if argument in {"--demo", "--offscreen", "--self-test", "--unencrypted"}:
            flags.add(argument)
        elif argument == "--store":
            path = next(waiting, None)
            if path is None:
                return None
            store = Path(path)
        elif argument.startswith("--store="):
            store = Path(argument.partition("=")[2])
        else:
            return None
    return WindowOptions(
        store=store,
        demo="--demo" in flags,
        offscreen="--offscreen" in flags,
        self_test="--self-test" in flags,
        unencrypted="--unencrypted" in flags,
    )
