"""What an import does with rows, whatever they are about: read them, ask ahead what follows from them, plan them one by one."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from crmdesk.exchange.table_source import Row

ContentT = TypeVar("ContentT")


class RowWork(Protocol[ContentT]):
    """The rows of one file, for one trial or import."""

    @property
    def warnings(self) -> Counter[str]:
        """Sentence → how often: what was remarked on without refusing."""

    @property
    def looks_first(self) -> bool:
        """Whether it must see all rows once before the first is planned."""

    def scan(self, rows: Iterable[Row], again: Callable[[], Iterable[Row]]) -> None:
        """See every row once, where it `looks_first`; `again` reads them once more."""

    def read(self, row: Row) -> ContentT:
        """Return what a row says; raises `RowRefused` when it cannot be stored."""

    def ask_ahead(self, contents: Sequence[ContentT]) -> None:
        """Have worked out what follows from a batch; the answers are taken batch by batch."""

    def begin_batch(self, contents: Sequence[ContentT]) -> None:
        """Take the answers for the batch that was asked for first; its rows are planned next."""

    def take(self, content: ContentT) -> None:
        """Plan one row; raises `RowRefused` when nothing of it can be."""

    def finish(self) -> None:
        """Plan what no row described and hand over what waits."""
