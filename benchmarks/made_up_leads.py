"""A store with many leads, made up from real names: with owners, pools, sources, campaigns, next steps and follow-ups.

Everything follows from a seed. Rows are written past the services, with log and search index, as the product keeps them.
"""

import hashlib
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection

from benchmarks.dataset import BUILD, KEY, new_store
from benchmarks.made_up_rows import Material, is_there, load_material
from crmdesk.core.ids import new_id
from crmdesk.models.lead_completeness import completeness_sql
from crmdesk.models.pinyin import initials, sort_key
from crmdesk.models.search_text import VERSION
from crmdesk.storage.connections import writer_engine
from crmdesk.storage.search.schema import CREATE_SEARCH_INDEX
from crmdesk.storage.search.writing import rebuild
from crmdesk.storage.store import Store

PEOPLE: Final = 20
POOLS: Final = 4
_SEED: Final = 5
_BLOCK: Final = 5_000
_TRADES: Final = ("商业", "科技", "电气", "物流", "食品", "机械", "贸易", "餐饮管理", "汽车销售", "生物科技")
_FORMS: Final = ("有限公司", "有限责任公司", "股份有限公司")
_TITLES: Final = ("采购经理", "总经理", "设备科科长", "IT经理", "店长", None)
_CAMPAIGNS: Final = ("2026 工博会", "春季直播", "官网改版", "老客户推荐", None, None)
_STEPS: Final = ("打电话", "送样品", "报价", "上门拜访", "发资料")
_STATUSES: Final = ("new",) * 5 + ("working",) * 3 + ("qualified", "disqualified")
_COLUMNS: Final = (
    *("id", "company_name", "person", "job_title", "mobile", "email", "country", "province", "city", "address_text"),
    *("industry_id", "source_id", "origin", "campaign", "status", "owner_id", "owned_since", "pool_id", "pooled_at"),
    *("next_step", "next_step_on", "last_follow_up_at", "web_visits", "sort_key"),
)


def leads_store(count: int) -> Store:
    """Open a store with `count` leads, built once and kept until tables, generator or index change."""
    if not is_there():
        raise SystemExit("The real names are not there: benchmarks read ../shared/data (docs/performance.md).")
    folder = BUILD / "stores"
    folder.mkdir(parents=True, exist_ok=True)
    empty = folder / "form.crmdesk"
    with new_store(empty) as store, store.read() as connection:
        tables = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").scalars().all()
    texts = (*tables, Path(__file__).read_text(encoding="utf-8"), *CREATE_SEARCH_INDEX, str(VERSION))
    path = folder / f"leads-{count}-{hashlib.sha256(chr(10).join(texts).encode()).hexdigest()[:10]}.crmdesk"
    if not path.exists():
        for old in folder.glob(f"leads-{count}-*"):
            old.unlink()
        begun = time.perf_counter()
        building = path.with_suffix(".building")
        new_store(building).close()
        engine = writer_engine(building, KEY)
        with engine.connect() as connection, connection.begin():
            fill_leads(connection, count)
            rebuild(connection)
            connection.exec_driver_sql("UPDATE sync_ctl SET v=NULL WHERE k='tx'")
        engine.dispose()
        building.rename(path)
        print(f"{count:,} leads: {path.stat().st_size / 1e6:,.0f} MB in {time.perf_counter() - begun:.0f} s", flush=True)
    return Store.open(path, KEY)


def fill_leads(connection: Connection, count: int, seed: int = _SEED) -> None:
    """Write people, pools and leads, one in three with a follow-up; in the caller's transaction, without the search index."""
    connection.exec_driver_sql("UPDATE sync_ctl SET v=? WHERE k='tx'", (new_id(),))
    me = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='user_id'").scalar_one()
    people = [str(me), *(new_id() for _ in range(PEOPLE - 1))]
    pools = [new_id() for _ in range(POOLS)]
    connection.exec_driver_sql(
        "INSERT INTO app_user(id,name) VALUES(?,?)", [(one, f"业务员{at}") for at, one in enumerate(people[1:], 2)]
    )
    connection.exec_driver_sql("INSERT INTO pool(id,name) VALUES(?,?)", [(one, f"第{at}公海") for at, one in enumerate(pools, 1)])
    made = _rows(connection, load_material(), count, (people, pools), random.Random(seed))
    statement = f"INSERT INTO lead({','.join(_COLUMNS)}) VALUES({','.join('?' * len(_COLUMNS))})"
    block: list[tuple[Any, ...]] = []
    for row in made:
        block.append(row)
        if len(block) == _BLOCK:
            connection.exec_driver_sql(statement, block)
            block.clear()
    if block:
        connection.exec_driver_sql(statement, block)
    connection.exec_driver_sql(
        """INSERT INTO follow_up(id,lead_id,kind,happened_at,text,author_id)
           SELECT lower(hex(randomblob(16))), id, 'call', last_follow_up_at, '电话沟通，下月再谈。', coalesce(owner_id,?)
           FROM lead WHERE last_follow_up_at IS NOT NULL""",
        (me,),
    )
    connection.exec_driver_sql(f"UPDATE lead SET completeness={completeness_sql()}")


def _rows(
    connection: Connection, material: Material, count: int, holders: tuple[list[str], list[str]], rng: random.Random
) -> Iterator[tuple[Any, ...]]:
    terms = "SELECT id FROM term WHERE taxonomy=? ORDER BY code"
    sources = connection.exec_driver_sql(terms, ("source",)).scalars().all()
    industries = connection.exec_driver_sql(terms, ("industry",)).scalars().all()
    people, pools = holders
    for _ in range(count):
        place = rng.choice(material.places)
        company = None
        if rng.random() < 0.85:
            company = f"{place.city}{rng.choice(material.brands)}{rng.choice(_TRADES)}{rng.choice(_FORMS)}"
        person = None
        if company is None or rng.random() < 0.6:
            person = rng.choice(material.surnames) + "".join(rng.choices(material.given, k=rng.randint(1, 2)))
        status = rng.choice(_STATUSES)
        is_pooled = rng.random() < 0.3
        spoken = None if status == "new" else f"2026-{rng.randint(6, 11):02}-{rng.randint(1, 22):02}T08:30:00.000Z"
        is_planned = spoken is not None and rng.random() < 0.5
        since = f"2026-{rng.randint(1, 11):02}-{rng.randint(1, 22):02}T01:00:00.000Z"
        yield (
            new_id(), company, person, rng.choice(_TITLES) if person else None,
            f"1{rng.choice('3589')}{rng.randrange(10**9):09d}" if rng.random() < 0.7 else None,
            f"{initials(person)}{rng.randrange(1000)}@example.cn" if person and rng.random() < 0.4 else None,
            "CN", place.province, place.city, place.address if rng.random() < 0.5 else None,
            rng.choice(industries) if rng.random() < 0.5 else None, rng.choice(sources), rng.choice(("API", "Landing Page", "Import")),
            rng.choice(_CAMPAIGNS), status,
            None if is_pooled else rng.choice(people), None if is_pooled else since,
            rng.choice(pools) if is_pooled else None, since if is_pooled else None,
            rng.choice(_STEPS) if is_planned else None, f"2026-{rng.randint(11, 12)}-{rng.randint(1, 30):02}" if is_planned else None,
            spoken, rng.randint(0, 20), sort_key(company or person or "", person=company is None),
        )  # fmt: skip
