"""Reads a group and makes a hierarchy of it; runs in the reading lane, for it takes a moment with 50,000 sites."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.charts.hierarchy import Hierarchy
from crmdesk.views.group_picture.colouring import Colouring, Colours, codes_of, grade_colours, kind_colours, status_colours

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.services.group_picture import GroupPicture
    from crmdesk.services.record_key import RecordKey


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a picture is asked to show."""

    key: "RecordKey"
    measure: str
    colouring: Colouring
    language: str


@dataclass(frozen=True, slots=True)
class LoadedGroup:
    """A group ready to be drawn."""

    wanted: Wanted
    picture: "GroupPicture"
    hierarchy: Hierarchy
    colours: Colours


def load(services: "Services", wanted: Wanted) -> LoadedGroup:
    """Read what is wanted.

    Raises:
        RecordNotFound: the company is gone.
    """
    picture = services.group_picture.read(wanted.key, wanted.measure)
    match wanted.colouring:
        case Colouring.STATUS:
            colours = status_colours()
        case Colouring.GRADE:
            colours = grade_colours(services.taxonomies.terms(Taxonomy.GRADE, wanted.language))
        case Colouring.CUSTOMER_KIND:
            colours = kind_colours(services.taxonomies.terms(Taxonomy.CUSTOMER_KIND, wanted.language))
    categories = colours.categories(codes_of(picture, wanted.colouring), picture.is_site)
    hierarchy = Hierarchy.of(picture.parents, picture.names, picture.values, categories, len(colours.looks))
    return LoadedGroup(wanted, picture, hierarchy, colours)
