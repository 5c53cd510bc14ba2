"""Ending a measured process at once: what it wanted to say is said, and nothing is worth tidying up."""

import os
import sys
from typing import NoReturn


def leave() -> NoReturn:
    """End this process without running anything else."""
    sys.stdout.flush()
    os._exit(0)
