"""No tracked file names a package registry's host: every machine brings its own."""

from typing import Final

from tests.arch.sources import our_files, shown

# Written in halves, or this file would be the first to be found.
HOSTS: Final = tuple(
    half + rest
    for half, rest in (
        ("pypi", ".org"),
        ("python", "hosted.org"),
        ("registry.npm", "js.org"),
        ("deb.debian", ".org"),
        ("archive.ubuntu", ".com"),
        ("proxy.golang", ".org"),
        ("crates", ".io"),
        ("repo.maven", ".apache.org"),
    )
)
OPTIONS: Final = tuple("--" + name for name in ("index-url", "extra-index-url", "find-links", "trusted-host"))


def test_no_registry_host_is_written_down() -> None:
    found = [f"{shown(path)}: {host}" for path in our_files() for host in HOSTS if host.encode() in path.read_bytes()]
    assert not found


def test_locks_leave_the_index_to_the_machine() -> None:
    locks = [path for path in our_files() if path.parent.name == "requirements"]
    assert {path.name for path in locks} == {"run.txt", "test.txt", "package.txt"}
    assert not [shown(path) for path in locks for option in OPTIONS if f"\n{option}" in path.read_text(encoding="utf-8")]
