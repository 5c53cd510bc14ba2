"""The one way to name a record across screens, command line and exchange: kind and id."""

from dataclasses import dataclass

from crmdesk.core.vocabulary import RecordKind


@dataclass(frozen=True, slots=True, order=True)
class RecordKey:
    """A record's kind and id; as text `company:01a2…`."""

    kind: RecordKind
    id: str

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.id}"

    @classmethod
    def parse(cls, text: str) -> "RecordKey":
        """Read a key written by `str`.

        Raises:
            ValueError: `text` is none.
        """
        kind, _, record_id = text.partition(":")
        if not record_id:
            raise ValueError(text)
        return cls(RecordKind(kind), record_id)
