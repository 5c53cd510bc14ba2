"""Start crmdesk on its demo data: in a window where there is a display, else offscreen (`make run`)."""

import os
import sys


def has_display() -> bool:
    """Whether a window can be shown; only Linux goes without one."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def main() -> None:
    """Take the program's place in this process."""
    sys.argv = ["crmdesk", "--demo"]
    if not has_display():
        sys.argv.append("--offscreen")
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from crmdesk.__main__ import main as crmdesk

    sys.exit(crmdesk())


if __name__ == "__main__":
    main()
