"""An account as an old CRM leaves it: one customer, twelve addresses, its people and notes all in one place."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.accounts import AccountService
from crmdesk.services.contacts import ContactService
from crmdesk.services.notes import NoteService
from crmdesk.services.record_key import RecordKey
from crmdesk.services.site_parts import SitePartService
from crmdesk.storage.store import Store

HEAD = "上海市浦东新区世纪大道100号环球金融中心11楼"
EXTRA = (
    ("delivery", "上海市浦东新区世纪大道500号", "仓库"),
    ("delivery", "昆山市千灯镇石浦路188号3号厂房", "工厂收货"),
    ("other", "上海市浦东新区世纪大道100号环球金融中心17楼", ""),
    ("billing", "上海市黄浦区南京东路300号", "开票"),
    ("mailing", "上海市邮政信箱200-123", ""),
    ("other", "北京市朝阳区建国路93号万达广场8号楼", "北京办事处"),
)
PEOPLE = (
    ("王芳", "上海市浦东新区世纪大道100号17楼", "采购部"),
    ("李强", "江苏省昆山市石浦路188号", "生产部"),
    ("赵敏", "广州市天河区天河路385号太古汇一座", ""),
    ("陈刚", "", "仓库主管"),
    ("周杰", "", ""),
)
NOTES = (
    (1, "王芳", "签了框架合同"),
    (3, "李强", "看了新产线"),
    (5, "", "去世纪大道500号仓库送样品"),
    (7, "", "昆山那边要加货"),
    (8, "", "电话没人接"),
    (9, "", "昆山产线验收"),
    (12, "", "下周在成都市武侯区人民南路四段27号的展厅见面"),
    (15, "", "寄资料到深圳市南山区科技园科苑路15号, 深圳门店开业"),
    (20, "", "客户很满意"),
)


@dataclass(frozen=True)
class Twelve:
    """What was made."""

    company: RecordKey
    site: RecordKey


def make_twelve(store: Store, name: str = "艾克米", code: str = "AKM") -> Twelve:
    """Make the account."""
    accounts = AccountService(store)
    company = accounts.create_company({"legal_name": f"{name}有限公司", "short_name": name, "code": code}).record.key
    site = accounts.create_site({"name": name, "code": f"{code}-1", "company_id": company.id, "address_text": HEAD}).record.key
    extra = SitePartService(store, RecordKind.EXTRA_ADDRESS)
    for use, text, note in EXTRA:
        extra.add(site.id, {"use": use, "address_text": text, "note": note})
    contacts, ids = ContactService(store), {}
    for person, address, department in PEOPLE:
        saved = contacts.add(site.id, {"name": person, "address_text": address, "department": department})
        ids[person] = next(row.contact_id for row in saved.rows if row.name == person)
    notes = NoteService(store)
    for day, person, text in NOTES:
        note = notes.add(site.id, text, datetime(2026, 3, day, 12, tzinfo=UTC)).note_id
        if person:
            with store.unit_of_work() as uow:
                uow.connection.exec_driver_sql("UPDATE activity SET contact_id=? WHERE id=?", (ids[person], note))
                uow.commit()
    return Twelve(company, site)


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every living row of the tables a split touches, without what is derived by time."""
    found = {}
    with store.read() as connection:
        for table in ("company", "site", "contact", "position", "activity", "unit", "extra_address", "collaborator"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table} WHERE deleted_at IS NULL ORDER BY id")
            found[table] = [tuple(row) for row in rows]
    return found


def counts(store: Store) -> dict[str, int]:
    """Return how many living rows each table has."""
    return {table: len(rows) for table, rows in everything(store).items()}


def children(store: Store) -> set[str]:
    """Return the ids of everything that hangs on sites."""
    with store.read() as connection:
        found = connection.exec_driver_sql(
            " UNION ".join(
                f"SELECT id FROM {table} WHERE deleted_at IS NULL"
                for table in ("position", "activity", "extra_address", "contact")
            )
        )
        return set(found.scalars())
