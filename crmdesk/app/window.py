"""Starting the window: the frame paints first, then the libraries are imported and the store is opened behind it."""

import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from crmdesk.app import paths
from crmdesk.app.collecting import Collecting
from crmdesk.app.crash import install_crash_handling, stop_logging
from crmdesk.app.options import WindowOptions
from crmdesk.core.settings import load_settings
from crmdesk.ui.change_bus import ChangeBus
from crmdesk.ui.languages import Languages
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.ui.shell.window_state import WindowState
from crmdesk.ui.tasks.threads import TaskRunner
from crmdesk.ui.theme.store import ThemeChoice, ThemeStore
from crmdesk.views.context import Preferences, ViewContext
from crmdesk.views.pages import ACCOUNTS, PAGES, add_pages
from crmdesk.views.skeleton import PageSkeleton

if TYPE_CHECKING:
    from crmdesk.app.running import Running


class WindowApplication(QObject):
    """Everything a running window consists of, put together once. Lives on the GUI thread, owns all of it."""

    def __init__(self, application: QApplication, options: WindowOptions) -> None:
        super().__init__()
        self._collecting = Collecting(self)
        settings = load_settings(paths.settings_file())
        self.running: Running | None = None
        self.restarts = False
        self._log: logging.Handler | None = None
        self.application = application
        self.options = options
        self.preferences = Preferences(paths.settings_file(), settings, self)
        self.languages = Languages(self)
        self._language = settings.language
        self.languages.use(settings.language)
        self.theme = ThemeStore(application, ThemeChoice(settings.theme), language=self.languages.language)
        self.tasks = TaskRunner(self)
        self.tasks.crashed.connect(self._on_crashed)
        self.bus = ChangeBus(self)
        self.window_state = WindowState(paths.config_folder() / "window.ini")
        self.window = ShellWindow()
        self.context = ViewContext(
            tasks=self.tasks,
            bus=self.bus,
            frame=self.window,
            preferences=self.preferences,
            window_state=self.window_state,
            parent=self,
        )
        self.context.use_language(self.languages.language)
        add_pages(self.window, self.context)
        self.window_state.restore_window(self.window)
        last = self.window_state.last_page
        page = last if last in PAGES else ACCOUNTS
        self.window.show_skeleton(PageSkeleton(has_list=page == ACCOUNTS))
        self.window.show_page(page)
        self._has_painted = False
        self.window.installEventFilter(self)

    def show(self) -> None:
        """Show the window; the rest follows its first paint."""
        self.window.show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._has_painted and watched is self.window:
            self._has_painted = True
            self.window.removeEventFilter(self)
            QApplication.postEvent(self, QEvent(QEvent.Type.User))
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.User:
            self._start_work()
            return True
        return super().event(event)

    def _start_work(self) -> None:
        """Import what the first paint did not need, and open the store."""
        from crmdesk.app.crash import start_logging
        from crmdesk.app.running import Running

        self._log = start_logging(paths.log_folder())
        self.running = Running(self)
        self.running.start()

    def use_language(self, language: str) -> None:
        """Switch to another language (or `system`) at once; nothing happens when it is in force."""
        if language == self._language:
            return
        self._language = language
        self.languages.use(language)
        self.theme.set_language(self.languages.language)
        self.context.use_language(self.languages.language)

    @Slot()
    def restart(self) -> None:
        """Close the window, if nothing is to be finished first, and start it again."""
        self.restarts = True
        self.restarts = self.window.close()

    def shut_down_store(self) -> None:
        """Finish what was asked for and close the store; nothing is asked of it any more."""
        if self.running is not None:
            self.running.close()
        else:
            self.tasks.shutdown()

    def shut_down(self) -> None:
        """Close the store and take everything away; the application object stays."""
        self.shut_down_store()
        stop_logging(self._log)
        self._collecting.restore()
        for part in (self.window, self.theme, self):
            shiboken6.delete(part)

    @Slot(object)
    def _on_crashed(self, error: BaseException) -> None:
        sys.excepthook(type(error), error, error.__traceback__)


def scale_window(settings_file: Path) -> None:
    """Apply the chosen size of the window; Qt reads it when the application object is made."""
    scale = load_settings(settings_file).scale
    if scale != 100 and "QT_SCALE_FACTOR" not in os.environ:
        os.environ["QT_SCALE_FACTOR"] = str(scale / 100)


def run(options: WindowOptions) -> int:
    """Run the window until it is closed and return the exit code."""
    if options.self_test or options.offscreen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.self_test:
        from crmdesk.app.self_test import self_test

        return self_test()
    if options.offscreen:
        from crmdesk.app.offscreen import run_offscreen

        return run_offscreen(options)
    scale_window(paths.settings_file())
    application = make_application()
    install_crash_handling(paths.log_folder())
    window = WindowApplication(application, options)
    window.show()
    code = application.exec()
    restarts, options = window.restarts, window.options
    window.shut_down()
    if restarts:
        start_again(options)
    return code


def start_again(options: WindowOptions) -> None:
    """Start another crmdesk on the same store; this one is about to end."""
    import subprocess

    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "crmdesk"]
    if options.store is not None:
        command += ["--store", str(options.store)]
    elif options.demo:
        command.append("--demo")
    environment = {name: value for name, value in os.environ.items() if name != "QT_SCALE_FACTOR"}
    subprocess.Popen(command, env=environment, start_new_session=True)  # noqa: S603 - our own program


def make_application() -> QApplication:
    """Return the application object with its names set."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("crmdesk")
    application.setApplicationDisplayName("crmdesk")
    application.setDesktopFileName("crmdesk")  # Wayland finds icon and name of the task bar by it
    return application
