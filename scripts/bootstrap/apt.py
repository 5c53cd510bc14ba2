"""Install packages of the system on Debian and its kin, where this person may; say what is done in one line."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


def apt_prefix() -> list[str] | None:
    """Return what to put before `apt-get` here (nothing as root, `sudo -n` where it asks no password), None where it cannot be used."""
    if not Path("/etc/debian_version").exists() or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _quiet(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def apt_install(packages: Sequence[str], *, why: str) -> bool:
    """Install the packages and return whether it worked; False where there is no apt or no right to use it.

    The lists of packages are fetched only when the first try fails: a new machine has none, an old one stale ones.
    """
    prefix = apt_prefix()
    if prefix is None:
        return False
    print(f"crmdesk: installing {why} with apt-get: {' '.join(packages)}", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "--no-install-recommends", "install", *packages]
    if _quiet(install):
        return True
    _quiet([*apt, "update"])  # a source that does not answer is no reason to stop: the second try decides
    again = subprocess.run(install, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if again.returncode:
        print((again.stdout + again.stderr)[-2000:], flush=True)
    return again.returncode == 0


def _quiet(line: list[str]) -> bool:
    return subprocess.run(line, capture_output=True, stdin=subprocess.DEVNULL, check=False).returncode == 0
