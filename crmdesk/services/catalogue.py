"""All services over one store: what screens and commands are given, and nothing else."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crmdesk.services.accounts import AccountService
    from crmdesk.services.address_forms import AddressForms
    from crmdesk.services.address_parsing import AddressParsing
    from crmdesk.services.claims import ClaimService
    from crmdesk.services.code_suggestions import CodeSuggestions
    from crmdesk.services.collisions import CollisionService
    from crmdesk.services.conflicts import ConflictService
    from crmdesk.services.contacts import ContactService
    from crmdesk.services.conversion import ConversionService
    from crmdesk.services.criteria_sets import CriteriaSetService
    from crmdesk.services.criteria_settings import CriteriaSettings
    from crmdesk.services.deletions import DeletionService
    from crmdesk.services.duplicates import DuplicateService
    from crmdesk.services.exchange_state import ExchangeStateService
    from crmdesk.services.first_connection import FirstConnection
    from crmdesk.services.group_picture import GroupPictureService
    from crmdesk.services.history import HistoryService
    from crmdesk.services.lead_claims import LeadClaimService
    from crmdesk.services.lead_lists import LeadLists
    from crmdesk.services.lead_score import LeadScoreService
    from crmdesk.services.leads import LeadService
    from crmdesk.services.likely_records import LikelyRecords
    from crmdesk.services.merging import MergeService
    from crmdesk.services.moves import MoveService
    from crmdesk.services.news import NewsService
    from crmdesk.services.notes import NoteService
    from crmdesk.services.opportunities import OpportunityService
    from crmdesk.services.opportunity_lists import OpportunityLists
    from crmdesk.services.outbox import OutboxService
    from crmdesk.services.pool_desk import PoolDeskService
    from crmdesk.services.pool_keeping import PoolKeeping
    from crmdesk.services.pool_settings import PoolSettings
    from crmdesk.services.pools import PoolService
    from crmdesk.services.qualification import QualificationService
    from crmdesk.services.roll_ups import RollUpService
    from crmdesk.services.search import SearchService
    from crmdesk.services.site_parts import SitePartService
    from crmdesk.services.splitting.service import SplitService
    from crmdesk.services.stages import StageService
    from crmdesk.services.taxonomies import TaxonomyService
    from crmdesk.services.tree import TreeService
    from crmdesk.services.undo import UndoService
    from crmdesk.services.unmerging import UnmergeService
    from crmdesk.services.users import UserService
    from crmdesk.services.waiting_records import WaitingRecords
    from crmdesk.storage.store import Store


class Services:
    """One object of each service, made and imported when first asked for; later capabilities join here.

    The tree is painted before the others are needed: imported all at once they would double the time to it.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store

    @classmethod
    def over(cls, store: "Store") -> "Services":
        """Return all services over an open store."""
        return cls(store)

    @cached_property
    def accounts(self) -> "AccountService":
        """Companies and sites: read, checked, saved, moved, deleted."""
        from crmdesk.services.accounts import AccountService

        return AccountService(self._store)

    @cached_property
    def tree(self) -> "TreeService":
        """The account tree."""
        from crmdesk.services.tree import TreeService

        return TreeService(self._store)

    @cached_property
    def moves(self) -> "MoveService":
        """Moving companies and sites in the tree."""
        from crmdesk.services.moves import MoveService

        return MoveService(self._store)

    @cached_property
    def deletions(self) -> "DeletionService":
        """Deleting companies and sites with all below them."""
        from crmdesk.services.deletions import DeletionService

        return DeletionService(self._store)

    @cached_property
    def roll_ups(self) -> "RollUpService":
        """What stands in a whole subtree, counted and divided."""
        from crmdesk.services.roll_ups import RollUpService

        return RollUpService(self._store)

    @cached_property
    def search(self) -> "SearchService":
        """Search while typing."""
        from crmdesk.services.search import SearchService

        return SearchService(self._store)

    @cached_property
    def contacts(self) -> "ContactService":
        """People at a company or site."""
        from crmdesk.services.contacts import ContactService

        return ContactService(self._store)

    @cached_property
    def notes(self) -> "NoteService":
        """Dated notes."""
        from crmdesk.services.notes import NoteService

        return NoteService(self._store)

    @cached_property
    def units(self) -> "SitePartService":
        """Floors, rooms and departments inside a site."""
        from crmdesk.core.vocabulary import RecordKind
        from crmdesk.services.site_parts import SitePartService

        return SitePartService(self._store, RecordKind.UNIT)

    @cached_property
    def further_addresses(self) -> "SitePartService":
        """Billing, mailing and delivery addresses of a site."""
        from crmdesk.core.vocabulary import RecordKind
        from crmdesk.services.site_parts import SitePartService

        return SitePartService(self._store, RecordKind.EXTRA_ADDRESS)

    @cached_property
    def taxonomies(self) -> "TaxonomyService":
        """Industries, sources, kinds and grades."""
        from crmdesk.services.taxonomies import TaxonomyService

        return TaxonomyService(self._store)

    @cached_property
    def codes(self) -> "CodeSuggestions":
        """Suggested customer codes."""
        from crmdesk.services.code_suggestions import CodeSuggestions

        return CodeSuggestions(self._store)

    @cached_property
    def users(self) -> "UserService":
        """People who use the store."""
        from crmdesk.services.users import UserService

        return UserService(self._store)

    @cached_property
    def addresses(self) -> "AddressForms":
        """Fields of an address by country."""
        from crmdesk.services.address_forms import AddressForms

        return AddressForms()

    @cached_property
    def duplicates(self) -> "DuplicateService":
        """The whole store searched for duplicates, and verdicts on pairs."""
        from crmdesk.services.duplicates import DuplicateService

        return DuplicateService(self._store)

    @cached_property
    def first_connection(self) -> "FirstConnection":
        """What the centre has already of a store that brings data along."""
        from crmdesk.services.first_connection import FirstConnection

        return FirstConnection(self._store)

    @cached_property
    def likely(self) -> "LikelyRecords":
        """Likely duplicates of what somebody types."""
        from crmdesk.services.likely_records import LikelyRecords

        return LikelyRecords(self._store)

    @cached_property
    def group_picture(self) -> "GroupPictureService":
        """A whole group as arrays, for pictures of it."""
        from crmdesk.services.group_picture import GroupPictureService

        return GroupPictureService(self._store)

    @cached_property
    def address_parsing(self) -> "AddressParsing":
        """Addresses taken apart and compared."""
        from crmdesk.services.address_parsing import AddressParsing

        return AddressParsing()

    @cached_property
    def history(self) -> "HistoryService":
        """What was changed in a record, when and by whom."""
        from crmdesk.services.history import HistoryService

        return HistoryService(self._store)

    @cached_property
    def merging(self) -> "MergeService":
        """Merging records."""
        from crmdesk.services.merging import MergeService

        return MergeService(self._store)

    @cached_property
    def unmerging(self) -> "UnmergeService":
        """Taking merges back, however late."""
        from crmdesk.services.unmerging import UnmergeService

        return UnmergeService(self._store)

    @cached_property
    def splitting(self) -> "SplitService":
        """Splitting accounts with several addresses into sites."""
        from crmdesk.services.splitting.service import SplitService

        return SplitService(self._store)

    @cached_property
    def undo(self) -> "UndoService":
        """Taking back the user's own last actions."""
        from crmdesk.services.undo import UndoService

        return UndoService(self._store)

    @cached_property
    def exchange_state(self) -> "ExchangeStateService":
        """What is saved here, on its way, at the centre."""
        from crmdesk.services.exchange_state import ExchangeStateService

        return ExchangeStateService(self._store)

    @cached_property
    def outbox(self) -> "OutboxService":
        """What waits to be sent to the centre."""
        from crmdesk.services.outbox import OutboxService

        return OutboxService(self._store)

    @cached_property
    def news(self) -> "NewsService":
        """What others changed."""
        from crmdesk.services.news import NewsService

        return NewsService(self._store)

    @cached_property
    def conflicts(self) -> "ConflictService":
        """What two people did to one thing, and edits that wait for somebody's word."""
        from crmdesk.services.conflicts import ConflictService

        return ConflictService(self._store)

    @cached_property
    def claims(self) -> "ClaimService":
        """Who holds a record."""
        from crmdesk.services.claims import ClaimService

        return ClaimService(self._store)

    @cached_property
    def leads(self) -> "LeadService":
        """Leads: opened, saved, followed up, given to somebody, disqualified."""
        from crmdesk.services.leads import LeadService

        return LeadService(self._store)

    @cached_property
    def lead_lists(self) -> "LeadLists":
        """Lists of leads."""
        from crmdesk.services.lead_lists import LeadLists

        return LeadLists(self._store)

    @cached_property
    def lead_score(self) -> "LeadScoreService":
        """How probably leads convert, and why."""
        from crmdesk.services.lead_score import LeadScoreService

        return LeadScoreService(self._store)

    @cached_property
    def lead_claims(self) -> "LeadClaimService":
        """Claims and releases within the limits of the pools."""
        from crmdesk.services.lead_claims import LeadClaimService

        return LeadClaimService(self._store)

    @cached_property
    def pool_settings(self) -> "PoolSettings":
        """Pools as the settings change them."""
        from crmdesk.services.pool_settings import PoolSettings

        return PoolSettings(self._store)

    @cached_property
    def pools(self) -> "PoolService":
        """Pools with their rules and members."""
        from crmdesk.services.pools import PoolService

        return PoolService(self._store)

    @cached_property
    def pool_desk(self) -> "PoolDeskService":
        """The pools as whoever uses this store meets them: what waits, what he may still do, what falls back."""
        from crmdesk.services.pool_desk import PoolDeskService

        return PoolDeskService(self._store)

    @cached_property
    def pool_keeping(self) -> "PoolKeeping":
        """What administrators of a pool do with its records."""
        from crmdesk.services.pool_keeping import PoolKeeping

        return PoolKeeping(self._store)

    @cached_property
    def waiting_records(self) -> "WaitingRecords":
        """Records of pools, to be read; opening one counts."""
        from crmdesk.services.waiting_records import WaitingRecords

        return WaitingRecords(self._store)

    @cached_property
    def collisions(self) -> "CollisionService":
        """Who has this customer already."""
        from crmdesk.services.collisions import CollisionService

        return CollisionService(self._store)

    @cached_property
    def opportunities(self) -> "OpportunityService":
        """What may be sold at sites."""
        from crmdesk.services.opportunities import OpportunityService

        return OpportunityService(self._store)

    @cached_property
    def opportunity_lists(self) -> "OpportunityLists":
        """Lists of opportunities."""
        from crmdesk.services.opportunity_lists import OpportunityLists

        return OpportunityLists(self._store)

    @cached_property
    def stages(self) -> "StageService":
        """The stages of opportunities."""
        from crmdesk.services.stages import StageService

        return StageService(self._store)

    @cached_property
    def conversion(self) -> "ConversionService":
        """Leads that become accounts."""
        from crmdesk.services.conversion import ConversionService

        return ConversionService(self._store)

    @cached_property
    def criteria_sets(self) -> "CriteriaSetService":
        """What leads are held against."""
        from crmdesk.services.criteria_sets import CriteriaSetService

        return CriteriaSetService(self._store)

    @cached_property
    def criteria_settings(self) -> "CriteriaSettings":
        """Sets of criteria as the settings change them."""
        from crmdesk.services.criteria_settings import CriteriaSettings

        return CriteriaSettings(self._store)

    @cached_property
    def qualification(self) -> "QualificationService":
        """Rounds in which leads are qualified."""
        from crmdesk.services.qualification import QualificationService

        return QualificationService(self._store)
