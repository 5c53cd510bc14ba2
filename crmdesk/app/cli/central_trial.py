"""`crmdesk central demo`: what it does is in `app/central_demo.py`; here is what it says."""

import shlex
from pathlib import Path
from random import SystemRandom
from typing import Any

from crmdesk.app import paths
from crmdesk.app.central_demo import CentralDemo, Told, story
from crmdesk.app.cli.output import ProgressLine, print_json, print_line, print_table
from crmdesk.app.cli.sync_commands import report_json, telling


def demo_folder() -> Path:
    """Return where the demo's laptops are."""
    return paths.data_folder() / "demo-centre"


def run_demo(*, keep: bool, as_json: bool) -> None:
    """Start the centre, let both laptops exchange, and stop it, or leave it running."""
    line = ProgressLine("demo")
    line.say("PostgreSQL")
    demo = CentralDemo.start(demo_folder())
    is_kept = False
    try:
        told = []
        for step in story(demo, SystemRandom(), telling(line)):
            line.clear()
            told.append(step)
            if not as_json:
                print_line(_sentence(step))
        if keep:
            demo.keep()
            is_kept = True
    finally:
        line.clear()
        if not is_kept:
            demo.remove()
    _say_end(demo, told, keep=keep, as_json=as_json)


def _sentence(step: Told) -> str:
    asked = f", {step.report.conflicts + step.report.parked} to be answered" if step.report.conflicts + step.report.parked else ""
    return f"{step.laptop.person.name} {step.done}: sent {step.report.sent:,}, received {step.report.received:,}{asked}."


def _say_end(demo: CentralDemo, told: list[Told], *, keep: bool, as_json: bool) -> None:
    windows = [shlex.join(["crmdesk", "--store", str(laptop.store)]) for laptop in demo.laptops] if keep else []
    if as_json:
        steps: list[dict[str, Any]] = [
            {"person": step.laptop.person.name, "done": step.done, "exchange": report_json(step.report)} for step in told
        ]
        centre = {"url": demo.laptops[0].settings.to_url(), "version": demo.server.programs.major, "running": keep}
        print_json({"centre": centre, "steps": steps, "windows": windows})
        return
    if not keep:
        print_line("The centre is stopped and removed. With --keep it goes on, so that you can open both windows.")
        return
    print_line()
    print_line("The centre goes on running. Open both windows, change something, press the button to synchronise:")
    print_table(
        ("person", "window"), [(laptop.person.name, window) for laptop, window in zip(demo.laptops, windows, strict=True)]
    )
    print_line("End it with: crmdesk central demo --stop")


def stop_demo(*, as_json: bool) -> None:
    """Stop the centre that was left running, and remove it with both laptops."""
    demo = CentralDemo.find(demo_folder())
    demo.remove()
    if as_json:
        print_json({"stopped": str(demo.folder)})
        return
    print_line("The demo centre is stopped and removed.")
