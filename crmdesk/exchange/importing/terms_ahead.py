"""Terms of the search index, made by the second process while the importing one plans and writes what comes next."""

from collections.abc import Sequence

from crmdesk.exchange.importing.second_process import SecondProcess, Work
from crmdesk.models.search_text import Searchable


class TermsAhead:
    """Lets the second process make terms: a `TermsMaker`."""

    def __init__(self, process: SecondProcess) -> None:
        self._process = process

    def ask(self, records: Sequence[Searchable]) -> bool:
        """Have the terms of these made; False where there is no second process, or it is behind with what is waited for sooner."""
        return not self._process.is_behind() and self._process.ask(Work.SEARCH_TERMS, records)

    def take(self, count: int) -> list[str] | None:
        """Return the terms of the batch of `count` records asked for first and not taken yet; None when the process is gone."""
        return self._process.take(Work.SEARCH_TERMS, count)
