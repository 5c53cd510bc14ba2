import pytest

from crmdesk.views.context import ViewContext
from crmdesk.views.group_picture.colouring import Colouring
from crmdesk.views.group_picture.group_wording import GroupWording
from crmdesk.views.group_picture.loading import Wanted, load
from tests.views.group_picture.conftest import Group


def _wording(context: ViewContext, group: Group, measure: str = "sites", colouring: Colouring = Colouring.STATUS) -> GroupWording:
    return GroupWording(load(context.services, Wanted(group.top, measure, colouring, "en")), measure.capitalize())


def test_a_tip_tells_path_kind_and_figure(view_context: ViewContext, group: Group) -> None:
    wording = _wording(view_context, group)
    assert wording.tip(0).splitlines() == ["家乐福", "Group", "Sites: 2"]
    site = next(node for node in range(5) if "马连道店" in wording.tip(node))
    assert wording.tip(site).splitlines() == ["家乐福 › 北京家乐福 › 马连道店", "Fighting for deals"]


def test_what_is_above_the_group_is_part_of_the_path(view_context: ViewContext, group: Group) -> None:
    loaded = load(view_context.services, Wanted(group.company, "sites", Colouring.STATUS, "en"))
    assert GroupWording(loaded, "Sites").tip(0).startswith("家乐福 › 北京家乐福")


@pytest.mark.parametrize(
    ("colouring", "captions"),
    [
        (Colouring.STATUS, {"Sites: 2", "Sites: 0", "Fighting for deals"}),
        (Colouring.GRADE, {"Sites: 2", "Sites: 0", "Fighting for deals"}),
        (Colouring.CUSTOMER_KIND, {"Sites: 2", "Sites: 0", "No customer kind"}),
    ],
)
def test_captions_are_figures_of_companies_and_words_of_sites(
    view_context: ViewContext, group: Group, colouring: Colouring, captions: set[str]
) -> None:
    wording = _wording(view_context, group, colouring=colouring)
    assert {wording.caption(node) for node in range(5)} == captions


def test_a_company_does_not_count_itself(view_context: ViewContext, group: Group) -> None:
    wording = _wording(view_context, group, "companies")
    assert wording.caption(0) == "Companies: 2"


def test_figures_are_written_for_people(view_context: ViewContext, group: Group) -> None:
    wording = _wording(view_context, group)
    assert wording.more(12) == "… and 12 more"
    assert wording.figure(1.5) == "1.5"
