"""The program's entry: the window, or a command. Imports nothing heavy itself, so that the window paints at once."""

import sys
from collections.abc import Callable, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run crmdesk and return its exit code: 0 done, 1 a user's error, 2 wrong usage."""
    from crmdesk.app.options import window_options

    given = list(sys.argv[1:] if arguments is None else arguments)
    work = _worker(given[0]) if len(given) == 1 else None
    if work is not None:
        return work()
    options = window_options(given)
    if options is not None:
        from crmdesk.app.window import run as run_window

        return run_window(options)
    from crmdesk.app.cli.main import run as run_command

    return run_command(given)


def _worker(word: str) -> Callable[[], int] | None:
    """Return what a child process does that was started with this word; imported here by name, so that a bundle has it."""
    work: Callable[[], int] | None = None
    match word:
        case "import-worker":  # started by app.import_runner
            from crmdesk.app import import_worker

            work = import_worker.main
        case "duplicate-worker":  # by app.duplicate_runner
            from crmdesk.app import duplicate_worker

            work = duplicate_worker.main
        case "exchange-worker":  # by app.exchange_runner
            from crmdesk.app import exchange_worker

            work = exchange_worker.main
        case "export-worker":  # by app.export_runner
            from crmdesk.app import export_worker

            work = export_worker.main
        case "row-worker":  # by an import: exchange.importing.second_process
            work = _row_worker
        case _:
            pass
    return work


def _row_worker() -> int:
    from crmdesk.exchange.importing.second_process import work

    return work(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    sys.exit(main())
