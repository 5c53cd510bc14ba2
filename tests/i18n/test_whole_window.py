"""The whole program in Chinese, started as a person starts it: no page has an English word left."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.i18n.english import english


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """Return a store in which every page has something to show."""
    from crmdesk.services.catalogue import Services
    from crmdesk.services.store_setup import set_up
    from crmdesk.storage.store import Store

    path = tmp_path / "a.store"
    with Store.create(path, None) as store:
        set_up(store, "李雷")
        services = Services.over(store)
        company = services.accounts.create_company({"legal_name": "全球石油有限公司", "country": "CN"}).record.key.id
        site = services.accounts.create_site({"name": "石景山分厂", "company_id": company, "country": "CN"}).record.key.id
        pool, _ = services.pools.create(
            {"name": "公海", "unfollowed_days": 30, "warn_days": 7, "daily_claims": 5, "masks_contacts": 1}
        )
        for where in (None, pool):
            services.leads.create(
                {"company_name": "长江石化有限公司", "person": "王经理", "mobile": "13812345678"}, pool_id=where
            )
        services.opportunities.create({"name": "冷柜更换", "site_id": site, "amount": "120000"})
    return path


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])
@pytest.mark.usefixtures("languages", "kept_look")
def test_every_page_speaks_chinese(filled: Path, language: str) -> None:
    from crmdesk.app import paths
    from crmdesk.app.options import WindowOptions
    from crmdesk.app.stage_play import settle, window_on
    from crmdesk.core.settings import load_settings, save_settings
    from crmdesk.views.pages import PAGES

    file = paths.settings_file()
    save_settings(file, replace(load_settings(file), language=language))
    left: dict[str, set[str]] = {}
    with window_on(WindowOptions(store=filled, unencrypted=True)) as owner:
        for page in PAGES:
            owner.window.show_page(page)
            settle(owner)
            if found := english(owner.window):
                left[page] = found
    assert not left
