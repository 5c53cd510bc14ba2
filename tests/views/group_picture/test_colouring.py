from crmdesk.core.vocabulary import SiteStatus
from crmdesk.ui.charts.hierarchy import NO_CATEGORY
from crmdesk.views.group_picture.colouring import Colours, status_colours


def test_every_status_has_a_colour_and_a_sign(qapp: object) -> None:
    colours = status_colours()
    assert len(colours.looks) == len(SiteStatus)
    assert len({(look.role, look.shape) for look in colours.looks}) == len(SiteStatus)


def test_sites_without_a_code_get_the_last_colour_and_companies_none(qapp: object) -> None:
    colours = Colours(status_colours().looks, {"lead": 0})
    assert colours.categories(["lead", "strange", None, None], bytes([1, 1, 1, 0])) == [0, 4, 4, NO_CATEGORY]
