"""A line to the centre that counts the bytes that pass: a Unix socket in front of the server's."""

import selectors
import shutil
import socket
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import Final, Self

_CHUNK: Final = 65_536


class CountedLine:
    """Stands in for a server's socket while it is a context; `bytes` counts both directions since `reset`."""

    def __init__(self, host: str, port: int) -> None:
        self._target = f"{host}/.s.PGSQL.{port}"
        self.folder = Path(tempfile.mkdtemp(prefix="crmdesk-line-"))
        self.bytes = 0
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(self.folder / f".s.PGSQL.{port}"))
        self._listener.listen()
        self._threads: list[threading.Thread] = []
        self._is_open = True

    def __enter__(self) -> Self:
        self._threads.append(threading.Thread(target=self._accept, daemon=True))
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._is_open = False
        with socket.socket(socket.AF_UNIX) as knock:
            knock.connect(self._listener.getsockname())
        for thread in self._threads:
            thread.join()
        self._listener.close()
        shutil.rmtree(self.folder)

    def reset(self) -> None:
        """Count from 0."""
        self.bytes = 0

    def _accept(self) -> None:
        while self._is_open:
            near, _ = self._listener.accept()
            if not self._is_open:
                near.close()
                return
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._target)
            thread = threading.Thread(target=self._carry, args=(near, far), daemon=True)
            thread.start()
            self._threads.append(thread)

    def _carry(self, near: socket.socket, far: socket.socket) -> None:
        with selectors.DefaultSelector() as selector, near, far:
            selector.register(near, selectors.EVENT_READ, far)
            selector.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in selector.select():
                    data = key.fileobj.recv(_CHUNK)  # type: ignore[union-attr]
                    if not data:
                        return
                    self.bytes += len(data)
                    key.data.sendall(data)
