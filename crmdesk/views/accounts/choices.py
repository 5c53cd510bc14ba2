"""What the record's pickers offer: terms, people and countries, loaded together in a reader thread."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.forms.fields import Choice
from crmdesk.ui.pickers.options import Option

if TYPE_CHECKING:
    from crmdesk.services.address_forms import AddressForm
    from crmdesk.services.catalogue import Services
    from crmdesk.services.taxonomies import TermRow
    from crmdesk.services.users import UserRow


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything a form offers, in one language.

    Attributes:
        options: per taxonomy whose value is a term's id (industry, source): the tree.
        choices: per taxonomy whose value is a term's code (kind, grade, kind of place): the list.
        users: who can own a customer. me: id of whoever sits here. countries: by name.
        address: the parts of an address in China, to make the form of a site before the first one is opened.
        names: id or code of every term, user and country → its name, for texts beside fields.
    """

    options: Mapping[Taxonomy, tuple[Option, ...]] = field(default_factory=dict)
    choices: Mapping[Taxonomy, tuple[Choice, ...]] = field(default_factory=dict)
    users: tuple[Choice, ...] = ()
    me: str = ""
    countries: tuple[Option, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    address: "AddressForm | None" = None

    def name(self, value: object) -> str:
        """Return the name of what an id stands for, the id itself when it is unknown."""
        return self.names.get(str(value), str(value))


def load_choices(services: "Services", language: str) -> Choices:
    """Read all choices; blocking, runs in a worker."""
    names: dict[str, str] = {}
    options: dict[Taxonomy, tuple[Option, ...]] = {}
    for taxonomy in (Taxonomy.INDUSTRY, Taxonomy.SOURCE):
        terms = services.taxonomies.terms(taxonomy, language, retired=True)
        names.update((term.id, term.name) for term in terms)
        options[taxonomy] = tuple(_option(term, has_code=taxonomy is Taxonomy.INDUSTRY) for term in terms)
    choices: dict[Taxonomy, tuple[Choice, ...]] = {}
    for taxonomy in (Taxonomy.CUSTOMER_KIND, Taxonomy.GRADE, Taxonomy.PLACE_KIND):
        terms = services.taxonomies.terms(taxonomy, language)
        choices[taxonomy] = (Choice("", "—"), *(Choice(term.code, term.name) for term in terms))
    people = services.users.all()
    names.update((user.id, user.name) for user in people)
    countries = tuple(
        Option(country.code, country.name, search_text=country.code.casefold())
        for country in services.addresses.countries(language)
    )
    return Choices(
        options=options,
        choices=choices,
        users=tuple(Choice(user.id, user.name) for user in people),
        me=_me(people),
        countries=countries,
        names=names,
        address=services.addresses.form(None),
    )


def _me(people: "tuple[UserRow, ...]") -> str:
    return next((user.id for user in people if user.is_me), "")


def _option(term: "TermRow", *, has_code: bool) -> Option:
    # Whoever reads English still knows an industry by its Chinese name, and the other way round.
    words = " ".join(name for name in term.names if name and name != term.name).casefold()
    code = term.code if has_code else ""
    return Option(term.id, term.name, term.parent_id or "", code, words, disabled=term.retired)
