"""What the nodes of a group are coloured by, as the toolkit wants it: chips for the legend, a number per node."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import SiteStatus
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.ui.chips import ChipLook
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.accounts.tree_columns import grade_look, status_look

if TYPE_CHECKING:
    from crmdesk.services.group_picture import GroupPicture
    from crmdesk.services.taxonomies import TermRow

_KIND_ROLES: Final = (Role.INFO, Role.OK, Role.ACCENT, Role.WARN, Role.BAD)


@unique
class Colouring(StrEnum):
    """What can be chosen."""

    STATUS = "status"
    GRADE = "grade"
    CUSTOMER_KIND = "customer_kind"


@dataclass(frozen=True, slots=True)
class Colours:
    """Categories and the codes they stand for; sites without a known code get the last one, companies none."""

    looks: tuple[ChipLook, ...]
    codes: Mapping[str, int]

    def categories(self, codes: Sequence[str | None], is_site: bytes) -> list[int]:
        """Return the category of each node."""
        known, unknown = self.codes, len(self.looks) - 1
        return [
            known.get(code, unknown) if code is not None else (unknown if site else NO_CATEGORY)
            for code, site in zip(codes, is_site, strict=True)
        ]


def status_colours() -> Colours:
    """Return the lifecycle's colours; it has one for every site."""
    looks = [look for status in SiteStatus if (look := status_look(status.value)) is not None]
    return Colours(tuple(looks), {status.value: at for at, status in enumerate(SiteStatus)})


def grade_colours(terms: "Sequence[TermRow]") -> Colours:
    """Return the colours of the organisation's grades, and of having none."""
    looks = [look for term in terms if (look := grade_look(term.code)) is not None]
    none = ChipLook(QCoreApplication.translate("group_picture", "Not graded"), Role.DISABLED)
    return Colours((*looks, none), {term.code: at for at, term in enumerate(terms)})


def kind_colours(terms: "Sequence[TermRow]") -> Colours:
    """Return the colours of the customer kinds, and of having none."""
    looks = [ChipLook(term.name, _KIND_ROLES[at % len(_KIND_ROLES)]) for at, term in enumerate(terms)]
    none = ChipLook(QCoreApplication.translate("group_picture", "No customer kind"), Role.DISABLED)
    return Colours((*looks, none), {term.code: at for at, term in enumerate(terms)})


def codes_of(picture: "GroupPicture", colouring: Colouring) -> Sequence[str | None]:
    """Return what each node is coloured by."""
    match colouring:
        case Colouring.STATUS:
            return picture.statuses
        case Colouring.GRADE:
            return picture.grades
        case Colouring.CUSTOMER_KIND:
            return picture.customer_kinds
