"""Tests reach this machine only: Unix sockets and the loopback addresses."""

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any, Final

import pytest

LOCAL_NAMES: Final = frozenset({"", "localhost", "localhost.localdomain"})


class NetworkReached(Exception):
    """A test tried to speak to another machine."""


def is_local(host: object) -> bool:
    """Whether a host name or address is this machine's own."""
    if host is None:
        return True
    name = host.decode() if isinstance(host, bytes) else str(host)
    if name in LOCAL_NAMES:
        return True
    try:
        return ipaddress.ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_far(address: object) -> None:
    if isinstance(address, tuple) and not is_local(address[0]):  # a Unix socket's address is text or bytes
        raise NetworkReached(address)


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def near_connect(self: socket.socket, address: Any) -> None:
        _refuse_far(address)
        connect(self, address)

    def near_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_far(address)
        return connect_ex(self, address)

    def near_getaddrinfo(host: Any, *rest: Any, **options: Any) -> Any:
        _refuse_far((host,))
        return getaddrinfo(host, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", near_connect)
        patch.setattr(socket.socket, "connect_ex", near_connect_ex)
        patch.setattr(socket, "getaddrinfo", near_getaddrinfo)
        yield
