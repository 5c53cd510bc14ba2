"""What people type for leads, pools, people and reasons."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from crmdesk.app.cli.lead_naming import (
    SeveralAlike,
    SeveralLeads,
    account_id,
    lead_id,
    lead_ids,
    only_one,
    person_id,
    pool_id,
    reason_id,
    source_ids,
)
from crmdesk.core.errors import RecordNotFound
from crmdesk.core.vocabulary import RecordKind, Taxonomy
from crmdesk.services.catalogue import Services
from crmdesk.storage.store import Store

NAME = "杭州恒越食品有限公司（示例）"


@pytest.fixture
def services(demo: Path) -> Iterator[Services]:
    with Store.open(demo, None) as store:
        yield Services.over(store)


def test_a_lead_is_named_by_id_name_or_a_part_only_it_has(services: Services) -> None:
    found = lead_id(services, NAME)
    assert {lead_id(services, text) for text in (found, f"lead:{found}", "恒越", "hengyue", "lead01@example.com")} == {found}
    assert lead_ids(services, ("恒越", found)) == [found]
    assert lead_id(services, "lead:恒越") == found
    with pytest.raises(SeveralLeads):
        lead_id(services, "示例")
    with pytest.raises(RecordNotFound):
        lead_id(services, "0" * 32)


def test_pools_people_and_reasons_are_named_by_name_code_or_id(services: Services) -> None:
    pool = pool_id(services, "华东公海")
    assert pool_id(services, pool) == pool
    assert pool_id(services, None) is None
    assert person_id(services, "Chen Wei")
    assert len({reason_id(services, Taxonomy.DISQUALIFY_REASON, text) for text in ("no_need", "No need")}) == 1
    assert source_ids(services, None) == ()
    for wrong in (lambda: pool_id(services, "x"), lambda: person_id(services, "x"), lambda: source_ids(services, "x")):
        with pytest.raises(RecordNotFound):
            wrong()


def test_an_account_is_of_the_kind_asked_for(services: Services) -> None:
    assert account_id(services, RecordKind.COMPANY, None) is None
    company = account_id(services, RecordKind.COMPANY, "JLF")
    assert company
    with pytest.raises(RecordNotFound):
        account_id(services, RecordKind.SITE, "JLF")


def test_of_several_of_one_name_the_id_is_asked_for() -> None:
    named = [("a" * 32, ("张伟", "zw")), ("b" * 32, ("张伟", None)), ("c" * 32, ("Li", "李"))]
    assert only_one("person", "ZW", named) == "a" * 32
    assert only_one("person", " li ", named) == "c" * 32
    assert only_one("person", "b" * 32, named) == "b" * 32
    with pytest.raises(SeveralAlike):
        only_one("person", "张伟", named)
    with pytest.raises(RecordNotFound, match="No person is called 王"):
        only_one("person", "王", named)
