"""Cut the demo data in `resources/demo/` out of the public registers. Run by hand when a source or the choice changes.

    python scripts/make_demo.py DATA_FOLDER

DATA_FOLDER holds `accounts/cn_companies_and_branches.csv.gz`, `cn_brand_groups.csv` and `swiss_public_bodies.csv` (see the
README of the shared data). Names, addresses and codes are public facts; grades, sources and notes are invented, people
too: their numbers and mail addresses reach nobody. The same input gives the same files.
"""

import argparse
import csv
import gzip
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
DEMO: Final = ROOT / "resources" / "demo"
MOST_ROWS: Final = 2_000
LONGEST_SHORT: Final = 100
COLUMNS: Final = (
    "编号", "上级编号", "类型", "名称", "简称", "客户编码", "统一社会信用代码", "国家", "行业", "来源", "客户类型", "等级", "网站",
    "登记日期", "站点名称", "站点国家", "地点类型", "省份", "城市", "街道", "邮编", "地址",
)  # fmt: skip
Line = dict[str, str]


@dataclass(frozen=True)
class Group:
    """A group people know, and which registered names are its own.

    Attributes:
        names: pattern of the legal entities' whole names. most: outlets kept of one legal entity.
        place: kind of place of an outlet. seat: kind of place of a legal entity.
    """

    id: str
    name: str
    short: str
    code: str
    industry: str
    grade: str
    website: str
    names: str
    most: int = 400
    place: str = "store"
    seat: str = "office"


GROUPS: Final = (
    Group("jlf", "家乐福集团", "家乐福", "JLF", "5212", "A", "carrefour.com.cn", r"(上海|北京|沈阳|重庆|宁波|大连|昆明|成都|哈尔滨|新疆|福州|厦门|东莞|海口|株洲|长沙|呼和浩特|石家庄)家乐福(商业|超市)有限(责任)?公司|家乐福\(中国\)管理咨询服务有限公司", place="store"),
    Group("wem", "沃尔玛中国", "沃尔玛", "WEM", "5212", "A", "walmart.cn", r"沃尔玛\(\w+\)(百货|商业零售|购物广场)有限公司|(深圳|云南|大连|东莞)沃尔玛百货(零售)?有限公司", place="store"),
    Group("abb", "ABB集团", "ABB", "", "3823", "A", "abb.com.cn", r"ABB\(中国\)有限公司", place="office", seat="headquarters"),
    Group("ybzg", "百胜中国控股有限公司", "百胜中国", "BSZG", "6220", "B", "yumchina.com", r"(长沙|厦门|无锡)肯德基有限公司|百胜餐饮\((武汉|成都|西安)\)有限公司|北京必胜客比萨饼有限公司", place="restaurant"),
    Group("xbk", "星巴克中国", "星巴克", "XBK", "6233", "B", "starbucks.com.cn", r"(上海|北京|成都)星巴克咖啡(经营)?有限公司", most=130, place="restaurant"),
    Group("mdl", "麦当劳中国", "麦当劳", "MDL", "6220", "B", "mcdonalds.com.cn", r"(北京|天津)麦当劳食品有限公司|广东三元麦当劳食品有限公司|(武汉|南京)麦当劳餐饮食品有限公司|(浙江|福州|四川|大连)麦当劳餐厅食品有限公司", place="restaurant"),
    Group("zsyh", "招商局集团", "招商局", "ZSJ", "6621", "A", "cmbchina.com", r"招商银行股份有限公司", most=230, place="bank", seat="headquarters"),
    Group("hdl", "海底捞国际控股有限公司", "海底捞", "HDL", "6210", "C", "haidilao.com", r"四川海底捞餐饮股份有限公司", place="restaurant"),
    Group("xmz", "西门子集团", "西门子", "XMZ", "3823", "B", "siemens.com.cn", r"西门子\( ?中国 ?\)有限公司|西门子数控\(南京\)有限公司|苏州西门子电器有限公司|西门子中压开关技术\(无锡\)有限公司|西门子电气传动有限公司|西门子楼宇科技\(天津\)有限公司|西门子工业透平机械\(葫芦岛\)有限公司", place="office", seat="factory"),
    Group("snd", "施耐德电气", "施耐德", "SND", "3823", "B", "se.com/cn", r"施耐德电气(信息技术)?\(中国\)有限公司|施耐德开关\(苏州\)有限公司|上海施耐德(工业控制|配电电器|低压终端电器)有限公司|施耐德\(北京\)中(低)?压电器有限公司|施耐德梅兰日兰低压\(天津\)有限公司|施耐德电气\(厦门\)开关(设备)?有限公司", place="office", seat="factory"),
    Group("yhcs", "永辉超市股份有限公司", "永辉", "YHCS", "5212", "C", "yonghui.com.cn", r"(重庆|四川|吉林|河北)永辉超市有限公司|永辉超市河南有限公司", place="store"),
)  # fmt: skip
SWISS_BRANCHES: Final = (
    "ch/bundesversammlung",
    "ch/bundesrat-eidgenoessisches-departement-des-innern-bundesamt-fuer-kultur",
    "ch/bundesrat-eidgenoessisches-departement-des-innern-bundesamt-fuer-statistik",
    "ch/bundesrat-eidgenoessisches-justiz-und-polizeidepartement-bundesamt-fuer-justiz",
)
"""Bodies kept with everything below them, and everything above."""
GROUP_ROW: Final = {"编号": "ch", "类型": "集团", "名称": "Schweizerische Eidgenossenschaft", "简称": "Bund (Schweiz)", "客户编码": "CH", "国家": "CH", "行业": "S", "网站": "admin.ch", "客户类型": "prospect"}  # fmt: skip
SOURCES: Final = ("fair-ciie", "referral-customer", "online-search", "outreach-visit", "tender-public", "inbound-call", "")
KINDS: Final = ("end-customer", "end-customer", "prospect", "")
GRADES: Final = ("B", "C", "C", "D", "", "", "", "")
_SWISS_ADDRESS: Final = re.compile(r"(?P<street>.*?),?\s*(?P<postcode>[1-9]\d{3})\s+(?P<city>[^\d,]+)$")


def pick(options: Sequence[str], *key: str) -> str:
    """Choose by hash: the same for the same key in every run, and spread evenly."""
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return options[int.from_bytes(digest[:4], "big") % len(options)]


@dataclass(frozen=True)
class Registered:
    """One row of either register."""

    owner: str
    kind: str
    name: str
    credit_code: str
    date: str
    province: str
    city: str
    address: str


def registered(accounts: Path) -> Iterator[Registered]:
    """Yield the rows of the register of trees, then what the list of brands has beyond them."""
    seen: set[str] = set()
    with gzip.open(accounts / "cn_companies_and_branches.csv.gz", "rt", encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            seen.add(row["uscc"])
            yield _registered(row, row["root_name"], row["branch_kind"])
    with (accounts / "cn_brand_groups.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["uscc"] not in seen and row["legal_entity"]:
                is_itself = row["name"] == row["legal_entity"]
                yield _registered(row, row["legal_entity"], "总公司" if is_itself else "门店")


def _registered(row: Line, owner: str, kind: str) -> Registered:
    city = row["city"] if row["city"] != "N/A" else row["province"]
    return Registered(owner, kind, row["name"], row["uscc"], row["reg_date"], row["province"], city, row["address"])


def chinese(accounts: Path) -> Iterator[Line]:
    """Yield every group, its legal entities, and their branches and outlets."""
    owned: dict[str, list[Registered]] = {}
    patterns = re.compile("|".join(f"(?:{group.names})" for group in GROUPS))
    for row in registered(accounts):
        if patterns.fullmatch(row.owner) and "工会" not in row.name:
            owned.setdefault(row.owner, []).append(row)
    for group in GROUPS:
        yield {
            "编号": group.id, "类型": "集团", "名称": group.name, "简称": group.short, "客户编码": group.code, "国家": "CN",
            "行业": group.industry, "来源": pick(SOURCES[:-1], group.id), "客户类型": "end-customer", "等级": group.grade,
            "网站": group.website,
        }  # fmt: skip
        for owner in sorted(name for name in owned if re.fullmatch(group.names, name)):
            yield from _entity(group, owner, owned[owner])


def _entity(group: Group, owner: str, rows: list[Registered]) -> Iterator[Line]:
    own = next((row for row in rows if row.name == owner), None)
    above = owner if own is None else own.credit_code
    if own is None:  # of some only the outlets are in the registers
        yield {"编号": above, "上级编号": group.id, "类型": "法人", "名称": owner, "国家": "CN", "行业": group.industry}
    else:
        yield _line(own, group, above=group.id, kind="法人", place=group.seat)
    outlets = sorted((row for row in rows if row.name != owner), key=lambda row: row.date)
    step = max(1, -(-len(outlets) // group.most))
    for row in outlets[::step]:
        kind = "分公司" if row.kind in {"分公司", "分行"} else "门店"
        place = "office" if kind == "分公司" and group.place != "bank" else group.place
        yield _line(row, group, above=above, kind=kind, place=place)


def _line(row: Registered, group: Group, *, above: str, kind: str, place: str) -> Line:
    own_id = row.credit_code
    line = {
        "编号": own_id, "上级编号": above, "类型": kind, "名称": row.name, "统一社会信用代码": row.credit_code, "国家": "CN", "站点国家": "CN",
        "owner": row.owner, "登记日期": row.date, "地点类型": place, "省份": row.province, "城市": row.city, "地址": row.address,
    }  # fmt: skip
    line["来源"], line["客户类型"] = pick(SOURCES, own_id, "source"), pick(KINDS, own_id, "kind")
    line["等级"] = pick(GRADES, own_id, "grade")
    if kind == "法人":
        line["行业"] = group.industry
    if kind == "门店":
        line["站点名称"] = row.name.removeprefix(row.owner).strip(" -") or row.name
    return line


def swiss(accounts: Path) -> Iterator[Line]:
    """Yield a part of the Swiss federation: the international group, German names, nine levels deep."""
    with (accounts / "swiss_public_bodies.csv").open(encoding="utf-8", newline="") as stream:
        bodies = {row["id"]: row for row in csv.DictReader(stream)}
    kept = {body for body in bodies for branch in SWISS_BRANCHES if branch in _chain(bodies, body)}
    kept |= {above for body in tuple(kept) for above in _chain(bodies, body)}
    yield GROUP_ROW
    for body, row in bodies.items():
        if body in kept:
            yield _body(row, bodies.get(row["parent_id"]))


def _chain(bodies: dict[str, Line], body: str) -> list[str]:
    chain = []
    while body in bodies and body not in chain:
        chain.append(body)
        body = bodies[body]["parent_id"]
    return chain


def _body(row: Line, above: Line | None) -> Line:
    name = row["name"]
    own = name.removeprefix(above["name"]).strip(" -") if above and name.startswith(above["name"]) else name
    address = _SWISS_ADDRESS.match(" ".join(row["address"].split()))
    where = address.groupdict() if address else {"street": row["address"], "postcode": "", "city": ""}
    return {
        "编号": row["id"], "上级编号": row["parent_id"] or "ch", "类型": "法人", "名称": name, "简称": own if len(own) <= LONGEST_SHORT else f"{own[: LONGEST_SHORT - 1]}…", "国家": "CH", "站点国家": "CH",
        "客户类型": "prospect", "地点类型": "public-office" if row["address"] else "",
        "城市": where["city"], "街道": where["street"], "邮编": where["postcode"], "地址": " ".join(row["address"].split()),
    }  # fmt: skip


def write(name: str, columns: Sequence[str], lines: Iterable[Line]) -> list[Line]:
    """Write one table; UTF-8, LF, so that git shows its changes."""
    kept = list(lines)
    with (DEMO / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
    return kept


PERCENT: Final = [str(number) for number in range(100)]
FAMILY: Final = ("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴")
GIVEN: Final = ("示例", "小样", "试用", "演示", "样本")
TITLES: Final = (("店长", "门店"), ("采购经理", "采购部"), ("行政主管", "行政部"), ("设备经理", "工程部"), ("财务主管", "财务部"), ("总经理", ""))  # fmt: skip
NOTES: Final = (
    "首次拜访，了解现有供应商和合同到期时间。",
    "客户希望下月提供新报价，重点是交货期。",
    "电话回访：设备运行正常，客户满意。",
    "参观了现场，场地比图纸小，需要重新测量。",
    "对方更换了负责人，约好下周再次拜访。",
    "招标预计在下个季度公布，提前准备资料。",
    "投诉已处理，客户确认关闭。",
    "送去样品两件，两周后询问试用结果。",
)
CONTACT_COLUMNS: Final = ("公司名称", "站点名称", "姓名", "职务", "部门", "手机", "邮箱", "主联系人", "联系人备注")
NOTE_COLUMNS: Final = ("site", "days_ago", "text")


def people(sites: list[Line]) -> Iterator[Line]:
    """Yield one to three invented people for a site; 1380013xxxx stands for a number, example.com receives no mail."""
    number = itertools.count(1)
    for site in sites:
        for place in range(1 + int(pick("0012", site["编号"], "people"))):
            count = next(number)
            title, department = TITLES[(count + place) % len(TITLES)]
            yield {
                "公司名称": site["owner"] if site["类型"] == "门店" else site["名称"],
                "站点名称": site.get("站点名称", ""),
                "姓名": FAMILY[count % len(FAMILY)] + GIVEN[(count // len(FAMILY)) % len(GIVEN)], "职务": title, "部门": department,
                "手机": f"1380013{count:04d}", "邮箱": f"demo{count:03d}@example.com", "主联系人": "是" if place == 0 else "否",
                "联系人备注": "演示数据，人物虚构",
            }  # fmt: skip


def notes(sites: list[Line]) -> Iterator[Line]:
    """Yield one to three dated notes for a site, told by its credit code."""
    for site in sites:
        for place in range(1 + int(pick("012", site["编号"], "notes"))):
            yield {
                "site": site["编号"],
                "days_ago": str(1 + int(pick(PERCENT, site["编号"], str(place)))),
                "text": pick(NOTES, site["编号"], "note", str(place)),
            }


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    accounts = parser.parse_args().data / "accounts"
    DEMO.mkdir(exist_ok=True)
    customers = write("customers.csv", COLUMNS, [*chinese(accounts), *swiss(accounts)])
    places = [line for line in customers if line["类型"] != "集团" and line.get("统一社会信用代码")]
    chances = {"法人": 60, "分公司": 20, "门店": 12}
    shown = [line for line in places if int(pick(PERCENT, line["编号"], "shown")) < chances[line["类型"]]]
    contacts = write("contacts.csv", CONTACT_COLUMNS, people(shown))
    written = write("notes.csv", NOTE_COLUMNS, notes(shown))
    total = len(customers) + len(contacts) + len(written)
    print(f"{len(customers)} customers, {len(contacts)} contacts, {len(written)} notes: {total} rows")
    if total > MOST_ROWS:
        raise SystemExit(f"at most {MOST_ROWS} rows may ship")


if __name__ == "__main__":
    main()
