"""What happens to a bug: a report file, one dialog in words, and the program goes on where it can (`style.md` §4.1)."""

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Final

_log: Final = logging.getLogger("crmdesk")
_LOG_BYTES: Final = 1_000_000
_ABOUT_THE_PROGRAM: Final = (AttributeError, ImportError, NameError, TypeError, RecursionError, NotImplementedError)


def start_logging(folder: Path) -> logging.Handler | None:
    """Write warnings and worse to a file of bounded size; a folder that cannot be written is no reason not to start (None)."""
    import logging.handlers  # half of the network comes with it: not before the first paint

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "crmdesk.log", maxBytes=_LOG_BYTES, backupCount=3, encoding="utf-8", delay=True
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler


def stop_logging(handler: logging.Handler | None) -> None:
    """Close the file."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


class CrashHandling:
    """Writes a report per distinct bug (the same one storms once per painted cell) and says so once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: set[str] = set()
        self._box: object = None

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Report a bug; values of variables – customers' data – are never part of a report."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        import traceback

        frames = traceback.extract_tb(trace)
        place = f"{kind.__name__} {frames[-1].filename}:{frames[-1].lineno}" if frames else kind.__name__
        if place in self._seen:
            return
        self._seen.add(place)
        _log.error("bug at %s", place)
        report = self._write(error, trace)
        self._say(report)

    def _write(self, error: BaseException, trace: TracebackType | None) -> Path | None:
        import platform

        from crmdesk.core.clock import iso_ms, utc_now

        text = _described(error, trace)
        head = f"crmdesk {_version()} · Python {platform.python_version()} · {platform.platform()} · {iso_ms(utc_now())}\n\n"
        path = self._folder / f"crash-{utc_now():%Y%m%d-%H%M%S-%f}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head + text, encoding="utf-8")
        except OSError:
            sys.stderr.write(text)
            return None
        return path

    def _say(self, report: Path | None) -> None:
        from PySide6.QtCore import QCoreApplication, Qt, QThread
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance()
        if application is None or QThread.currentThread() is not application.thread():
            return
        box = QMessageBox()
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("crmdesk")
        box.setText(QCoreApplication.translate("crash", "Something went wrong inside crmdesk. What you saved is safe."))
        if report is not None:
            tell = QCoreApplication.translate(
                "crash", "A report without customer data was written to {path}. Please send it to the developers."
            )
            box.setInformativeText(tell.format(path=report))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._box = box  # it has no parent that would keep it
        box.open()


def _described(error: BaseException, trace: TracebackType | None) -> str:
    """Return where a bug came from, causes first; of messages only those that speak of the program and not of records."""
    import traceback

    parts: list[str] = []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        parts += [_described(cause, cause.__traceback__), "\nwhich led to\n\n"]
    parts += traceback.format_tb(trace)
    message = f": {error}" if isinstance(error, _ABOUT_THE_PROGRAM) else ""
    return "".join([*parts, f"{type(error).__name__}{message}\n"])


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("crmdesk")
    except PackageNotFoundError:
        return "?"


def install_crash_handling(folder: Path) -> CrashHandling:
    """Let uncaught exceptions of every thread reach a report; `start_logging` follows when there is time."""
    handling = CrashHandling(folder)
    sys.excepthook = handling.handle
    threading.excepthook = lambda args: handling.handle(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    return handling
