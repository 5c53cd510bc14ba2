"""The columns of the account tree and what stands in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import CompanyKind, RecordKind, SiteStatus
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.table.columns import Cell, CellKind, Column, ColumnLayout, ColumnPlace
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.accounts.tree_figures import figure_columns
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.services.tree import TreeNode

NAME: Final = "name"
DEFAULT_SHOWN: Final = ("name", "city", "status", "grade", "sites")
CHANNEL_PARTNER: Final = "channel-partner"
"""Code of the customer kind that is drawn as a channel partner (`resources/taxonomies/customer_kind.json`)."""

_STATUS_LOOKS: Final = {
    SiteStatus.LEAD: (Role.INFO, Shape.RING),
    SiteStatus.FIGHTING: (Role.ACCENT, Shape.HALF),
    SiteStatus.EXISTING: (Role.OK, Shape.DISC),
    SiteStatus.SLEEPING: (Role.WARN, Shape.MOON),
    SiteStatus.LOST: (Role.SECONDARY, Shape.CROSS),
}
_GRADE_ROLES: Final = {"A": Role.OK, "B": Role.ACCENT, "C": Role.WARN}
_COMPANY_ICONS: Final = {CompanyKind.GROUP: "network", CompanyKind.LEGAL_ENTITY: "building-2", CompanyKind.BRANCH: "landmark"}


def status_look(status: str | None, *, is_flat: bool = False) -> ChipLook | None:
    """Return the chip of a site's status, None without one."""
    if status not in set(SiteStatus):
        return None
    role, shape = _STATUS_LOOKS[SiteStatus(status)]
    return ChipLook(word(SiteStatus(status)), role, shape, is_flat=is_flat)


def short_status_look(status: SiteStatus) -> ChipLook:
    """Return the chip of a status for a narrow column."""
    role, shape = _STATUS_LOOKS[status]
    return ChipLook(_short_words()[status], role, shape, is_flat=True)


def _short_words() -> Mapping[SiteStatus, str]:
    translate = QCoreApplication.translate
    return {
        SiteStatus.LEAD: translate("account_tree", "Lead"),
        SiteStatus.FIGHTING: translate("account_tree", "Fighting"),
        SiteStatus.EXISTING: translate("account_tree", "Existing"),
        SiteStatus.SLEEPING: translate("account_tree", "Sleeping"),
        SiteStatus.LOST: translate("account_tree", "Lost"),
    }


def grade_look(grade: str | None) -> ChipLook | None:
    """Return the square chip of a grade, None without one."""
    if not grade:
        return None
    return ChipLook(grade, _GRADE_ROLES.get(grade[:1].upper(), Role.SECONDARY), Shape.SQUARE)


def node_icon(kind: RecordKind, company_kind: str | None, customer_kind: str | None) -> str:
    """Return the icon's name of a company or site; a channel partner shows that it is one."""
    if customer_kind == CHANNEL_PARTNER:
        return "handshake"
    if kind is RecordKind.SITE:
        return "map-pin"
    return _COMPANY_ICONS[CompanyKind(company_kind)] if company_kind in set(CompanyKind) else "building-2"


def tree_columns() -> tuple[Column, ...]:
    """Return all columns in the present language."""
    translate = QCoreApplication.translate
    return (
        Column(NAME, translate("account_tree", "Name"), 220, fixed=True, stretches=True),
        Column("code", translate("account_tree", "Code"), 110, CellKind.CODE, shown=False),
        Column("city", translate("account_tree", "City"), 66),
        Column("status", translate("account_tree", "Status"), 80, CellKind.CHIP),
        Column("grade", translate("account_tree", "Grade"), 58, CellKind.CHIP),
        Column("owner", translate("account_tree", "Owner"), 90, shown=False),
        Column(
            "sites",
            translate("account_tree", "Sites"),
            50,
            CellKind.NUMBER,
            tooltip=translate("account_tree", "Sites of the company and of all companies below it"),
        ),
        *figure_columns(),
    )


@dataclass(frozen=True, slots=True)
class NodeCells:
    """Makes the cells of nodes; holds the words of one language, so that a reader thread may use it."""

    statuses: Mapping[str, ChipLook]
    icon_words: Mapping[str, str]

    @classmethod
    def in_present_language(cls) -> "NodeCells":
        """Take the words in force; on the GUI thread."""
        translate = QCoreApplication.translate
        icons = {
            "network": word(CompanyKind.GROUP),
            "building-2": word(CompanyKind.LEGAL_ENTITY),
            "landmark": word(CompanyKind.BRANCH),
            "map-pin": word(RecordKind.SITE),
            "handshake": translate("account_tree", "Channel partner"),
        }
        return cls({status.value: short_status_look(status) for status in SiteStatus}, icons)

    def cells(self, node: "TreeNode", icon: str) -> dict[str, Cell]:
        """Return the cells of one node by column."""
        found = {NAME: Cell(node.name, tooltip=f"{node.name}\n{self.icon_words.get(icon, '')}".strip())}
        if node.code:
            found["code"] = Cell(node.code)
        if node.city:
            found["city"] = Cell(node.city)
        if node.status is not None and node.status in self.statuses:
            found["status"] = Cell(chip=self.statuses[node.status])
        if (grade := grade_look(node.grade)) is not None:
            found["grade"] = Cell(chip=grade)
        if node.owner:
            found["owner"] = Cell(node.owner)
        if node.sites is not None:
            found["sites"] = Cell(f"{node.sites:,}", role=Role.SECONDARY)
        return found


def layout_from(shown: tuple[str, ...], widths: object) -> ColumnLayout:
    """Return the layout for the preferences' columns, in their order, with the widths remembered for this screen."""
    known = {column.key: column for column in tree_columns()}
    sizes = widths if isinstance(widths, dict) else {}
    order = [key for key in dict.fromkeys((NAME, *shown)) if key in known]
    order += [key for key in known if key not in order]
    places = []
    for key in order:
        width = sizes.get(key)
        fits = isinstance(width, int) and 0 < width < 10_000
        places.append(
            ColumnPlace(key, width if isinstance(width, int) and fits else known[key].width, key in shown or key == NAME)
        )
    return ColumnLayout(tuple(places))


def shown_in(layout: ColumnLayout) -> tuple[str, ...]:
    """Return the shown columns of a layout in their order, as the preferences keep them."""
    return tuple(place.key for place in layout.places if place.shown)


def widths_in(layout: ColumnLayout) -> dict[str, int]:
    """Return the widths of a layout's columns."""
    return {place.key: place.width for place in layout.places}
