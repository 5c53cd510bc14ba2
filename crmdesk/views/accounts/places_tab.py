"""What stands inside a site and beside its address: floors and departments; billing, mailing and delivery addresses."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.vocabulary import AddressUse
from crmdesk.ui.forms.fields import Choice, FieldKind
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.accounts.autosaved_list import INITIATOR, AutosavedList, RowSaved
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label, word

if TYPE_CHECKING:
    from crmdesk.services.site_parts import PartRow, PartSaved, SitePartService

_UNIT_KEYS: Final = ("name", "floor", "room", "note")
_PARTS: Final = ("province", "city", "district", "street")


class PlacesTab(QWidget):
    """Two lists, one above the other; each row is saved when it is left.

    Signals:
        count_changed: `int`, units and further addresses together.
    """

    count_changed = Signal(int)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.units = UnitList(context, self)
        self.addresses = AddressList(context, self)
        self._counts = {"units": 0, "addresses": 0}
        mark(self, surface="surface")
        self._titles = (QLabel(self), QLabel(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GAP, 0, 0)
        layout.setSpacing(0)
        for title, rows in zip(self._titles, (self.units, self.addresses), strict=True):
            mark(title, textRole="strong")
            title.setContentsMargins(MARGIN + GRID, GRID, MARGIN, 0)
            layout.addWidget(title)
            layout.addWidget(rows, 1)
        self.setFocusProxy(self.units)
        self.units.count_changed.connect(self._on_units_counted)
        self.addresses.count_changed.connect(self._on_addresses_counted)
        self._retranslate()

    def show_places(self, site: str, units: "Sequence[PartRow]", addresses: "Sequence[PartRow]") -> None:
        """Show what belongs to a site."""
        self.units.show_rows(site, [_unit_row(unit) for unit in units])
        self.addresses.show_rows(site, [_address_row(address) for address in addresses])

    def commit(self) -> None:
        """Save rows that are being typed."""
        self.units.commit()
        self.addresses.commit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._titles[0].setText(self.tr("Floors and departments at this address"))
        self._titles[1].setText(self.tr("Billing, mailing and delivery addresses"))

    @Slot(int)
    def _on_units_counted(self, count: int) -> None:
        self._counts["units"] = count
        self.count_changed.emit(sum(self._counts.values()))

    @Slot(int)
    def _on_addresses_counted(self, count: int) -> None:
        self._counts["addresses"] = count
        self.count_changed.emit(sum(self._counts.values()))


class _PartList(AutosavedList):
    """A list whose rows one `SitePartService` keeps."""

    def parts(self) -> "SitePartService":
        """Return the service of these rows."""
        raise NotImplementedError

    def stored(self, values: Mapping[str, str]) -> dict[str, object]:
        """Return what is stored of a row as typed."""
        return dict(values)

    @override
    def adding(self, site: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        typed = {key: value for key, value in self.stored(values).items() if value}
        return partial(self.parts().add, site, typed, initiator=INITIATOR)

    @override
    def changing(self, key: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        return partial(self.parts().change, key, self.stored(values), initiator=INITIATOR)

    @override
    def removing(self, key: str) -> Callable[[], RowSaved]:
        return partial(self.parts().remove, key, initiator=INITIATOR)

    @override
    def key_of(self, saved: RowSaved) -> str:
        return cast("PartSaved", saved).part_id


class UnitList(_PartList):
    """Floors, rooms and departments of a site."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, _unit_columns(), add_text="", empty_text="", parent=parent)
        self._retranslate()

    @override
    def parts(self) -> "SitePartService":
        return self._context.services.units

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_words(
            _unit_columns(),
            add_text=self.tr("Add a floor or department"),
            empty_text=self.tr("Another floor of the same building is no site of its own: it stands here."),
        )


class AddressList(_PartList):
    """Addresses of a site beside its own."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, _address_columns(), add_text="", empty_text="", parent=parent)
        self._retranslate()

    @override
    def parts(self) -> "SitePartService":
        return self._context.services.further_addresses

    @override
    def stored(self, values: Mapping[str, str]) -> dict[str, object]:
        return {**values, "use": values.get("use") or AddressUse.OTHER.value}

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_words(
            _address_columns(),
            add_text=self.tr("Add an address"),
            empty_text=self.tr(
                "Bills, letters or goods go elsewhere? Such an address belongs to the site and is none of its own."
            ),
        )


def _unit_columns() -> tuple[InlineColumn, ...]:
    placeholder = QCoreApplication.translate("UnitList", "Purchasing, 11th floor …")
    return (
        InlineColumn("name", field_label("Floor or department"), share=4, placeholder=placeholder),
        InlineColumn("floor", field_label("Floor"), share=2),
        InlineColumn("room", field_label("Room"), share=2),
        InlineColumn("note", field_label("Note"), share=5),
    )


def _address_columns() -> tuple[InlineColumn, ...]:
    uses = tuple(Choice(use.value, word(use)) for use in AddressUse)
    return (
        InlineColumn("use", field_label("Used for"), FieldKind.CHOICE, share=3, choices=uses),
        InlineColumn("address_text", field_label("Address"), share=7),
        InlineColumn("note", field_label("Note"), share=3),
    )


def _unit_row(unit: "PartRow") -> InlineRow:
    return InlineRow(unit.id, {key: str(unit.values.get(key) or "") for key in _UNIT_KEYS})


def _address_row(address: "PartRow") -> InlineRow:
    values = address.values
    text = values.get("address_text") or "".join(str(values[part]) for part in _PARTS if values.get(part))
    return InlineRow(
        address.id, {"use": str(values.get("use") or ""), "address_text": str(text), "note": str(values.get("note") or "")}
    )
