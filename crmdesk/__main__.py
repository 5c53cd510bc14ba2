"""The program's entry: the window, or a command. Imports nothing heavy itself, so that the window paints at once."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run crmdesk and return its exit code: 0 done, 1 a user's error, 2 wrong usage."""
    from crmdesk.app.options import window_options

    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["import-worker"]:  # a child of the window, started by app.import_runner
        from crmdesk.app.import_worker import main as work

        return work()
    if given == ["duplicate-worker"]:  # likewise, by app.duplicate_runner
        from crmdesk.app.duplicate_worker import main as search

        return search()
    if given == ["exchange-worker"]:  # likewise, by app.exchange_runner
        from crmdesk.app.exchange_worker import main as exchange

        return exchange()
    if given == ["export-worker"]:  # likewise, by app.export_runner
        from crmdesk.app.export_worker import main as export

        return export()
    if given == ["row-worker"]:  # a child of an import, started by exchange.importing.second_process
        from crmdesk.exchange.importing.second_process import work as work_out

        return work_out(sys.stdin.buffer, sys.stdout.buffer)
    options = window_options(given)
    if options is not None:
        from crmdesk.app.window import run as run_window

        return run_window(options)
    from crmdesk.app.cli.main import run as run_command

    return run_command(given)


if __name__ == "__main__":
    sys.exit(main())
