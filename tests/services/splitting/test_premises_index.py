"""Finding a site by its premises, with and without the town."""

import pytest

from crmdesk.services.splitting.premises_index import PremisesIndex


@pytest.mark.parametrize(
    ("keys", "asked", "found"),
    [
        (["世纪大道500@上海"], "世纪大道500@上海", "世纪大道500@上海"),
        (["世纪大道500@上海"], "世纪大道500", "世纪大道500@上海"),
        (["世纪大道500"], "世纪大道500@上海", "世纪大道500"),
        (["中山路1@上海", "中山路1@南京"], "中山路1", None),
        (["中山路1@上海"], "中山路1@南京", None),
        ([], "中山路1@南京", None),
    ],
)
def test_a_site_by_its_premises(keys: list[str], asked: str, found: str | None) -> None:
    index: PremisesIndex[str] = PremisesIndex()
    for key in keys:
        index.add(key, key)
    assert index.find(asked) == found
