"""The words of a group's picture: second lines, tips, rests; in the present language, asked when something is seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from crmdesk.core.vocabulary import CompanyKind, SiteStatus
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.views.group_picture.colouring import Colouring
from crmdesk.views.words import word

if TYPE_CHECKING:
    from crmdesk.views.group_picture.loading import LoadedGroup


class GroupWording:
    """Implements `ui.charts.scene.Wording` for one group; GUI thread only."""

    def __init__(self, group: "LoadedGroup", measure: str) -> None:
        """`measure` is the word for what sizes mean, e.g. `Sites`."""
        self._group = group
        self._measure = measure

    def figure(self, value: float) -> str:
        """Return a figure as people of this language write it."""
        number = int(value) if value == int(value) else value
        return QLocale().toString(number)

    def caption(self, node: int) -> str:
        """Return the figure of a company; of a site its category, or its status where the category is a letter before the name."""
        group = self._group
        if not group.picture.is_site[node]:
            return self._figure_line(node)
        if group.wanted.colouring is Colouring.GRADE:
            status = group.picture.statuses[node]
            return word(SiteStatus(status)) if status in set(SiteStatus) else ""
        category = group.hierarchy.categories[node]
        return "" if category == NO_CATEGORY else group.colours.looks[category].text

    def tip(self, node: int) -> str:
        """Return path, kind and figure of a node."""
        group = self._group
        names = [part.name for part in group.picture.above] + [group.hierarchy.names[step] for step in group.hierarchy.path(node)]
        lines = [" › ".join(names)]
        kind = group.picture.company_kinds[node]
        if kind in set(CompanyKind):
            lines.append(word(CompanyKind(kind)))
        category = group.hierarchy.categories[node]
        if category != NO_CATEGORY:
            lines.append(group.colours.looks[category].text)
        if not group.picture.is_site[node]:
            lines.append(self._figure_line(node))
        return "\n".join(lines)

    def more(self, count: int) -> str:
        """Return the name of a rest."""
        return QCoreApplication.translate("group_picture", "… and {count} more").format(count=self.figure(count))

    def _figure_line(self, node: int) -> str:
        text = QCoreApplication.translate("group_picture", "{measure}: {figure}")
        value = self._group.hierarchy.totals[node]
        if self._group.picture.measure.counts_companies:
            value -= self._group.picture.values[node]
        return text.format(measure=self._measure, figure=self.figure(value))
