"""All services over one store: what screens and commands are given, and nothing else."""

from dataclasses import dataclass

from crmdesk.services.accounts import AccountService
from crmdesk.services.address_forms import AddressForms
from crmdesk.services.code_suggestions import CodeSuggestions
from crmdesk.services.contacts import ContactService
from crmdesk.services.history import HistoryService
from crmdesk.services.notes import NoteService
from crmdesk.services.search import SearchService
from crmdesk.services.taxonomies import TaxonomyService
from crmdesk.services.tree import TreeService
from crmdesk.services.undo import UndoService
from crmdesk.services.users import UserService
from crmdesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Services:
    """One object of each service; later capabilities join here."""

    accounts: AccountService
    tree: TreeService
    search: SearchService
    contacts: ContactService
    notes: NoteService
    taxonomies: TaxonomyService
    codes: CodeSuggestions
    users: UserService
    addresses: AddressForms
    history: HistoryService
    undo: UndoService

    @classmethod
    def over(cls, store: Store) -> "Services":
        """Return all services over an open store."""
        return cls(
            accounts=AccountService(store),
            tree=TreeService(store),
            search=SearchService(store),
            contacts=ContactService(store),
            notes=NoteService(store),
            taxonomies=TaxonomyService(store),
            codes=CodeSuggestions(store),
            users=UserService(store),
            addresses=AddressForms(),
            history=HistoryService(store),
            undo=UndoService(store),
        )
