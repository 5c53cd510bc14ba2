"""Customers made up from real names: brands, trades, towns, branches and addresses of the register, put together anew.

Everything follows from a seed, so that two runs build the same store. Sizes of companies are those of the register.
"""

import csv
import gzip
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from crmdesk.core.ids import new_id
from crmdesk.exchange.place_names import place_name
from crmdesk.models.identifiers import credit_code_check_character
from crmdesk.models.pinyin import initials, sort_key

DATA: Final = Path(__file__).resolve().parents[2] / "shared" / "data"
_TRADES: Final = (
    "商业",
    "科技",
    "电气",
    "物流",
    "食品",
    "机械",
    "贸易",
    "建设工程",
    "生物科技",
    "信息技术",
    "餐饮管理",
    "汽车销售",
)
_FORMS: Final = ("有限公司", "有限责任公司", "股份有限公司", "集团有限公司")
_TITLES: Final = ("采购经理", "总经理", "设备科科长", "财务主管", "IT经理", "店长", "Purchasing manager")
_GRADES: Final = ("A", "B", "C", "D")
_CITIES_WITH_8_DIGITS: Final = ("010", "021", "022", "023", "0755", "0571", "028")
BIG_COMPANY_SITES: Final = 50_000
"""Sites of the one company that tests a huge fan-out, where the store has twice as many."""

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a branch of the register is: the words of its name that say so, and its address."""

    name: str
    province: str
    city: str
    address: str


@dataclass(frozen=True, slots=True)
class Material:
    """What customers are made of."""

    brands: tuple[str, ...]
    places: tuple[Place, ...]
    sizes: tuple[int, ...]
    surnames: tuple[str, ...]
    given: str


def is_there() -> bool:
    """Return whether the real data lies beside the repository."""
    return (DATA / "accounts" / "cn_companies_and_branches.csv.gz").exists()


def load_material() -> Material:
    """Read the real names (about a second)."""
    brands = (DATA / "names" / "cn_company_short_names.txt").read_text(encoding="utf-8").split()[2:]
    places: list[Place] = []
    sizes: dict[str, int] = {}
    with gzip.open(DATA / "accounts" / "cn_companies_and_branches.csv.gz", "rt", encoding="utf-8") as text:
        for row in csv.DictReader(text):
            root = row["root_uscc"] or row["root_name"]
            sizes[root] = sizes.get(root, 0) + 1
            if row["parent_name"]:
                name = place_name(row["name"], row["parent_name"])
                places.append(Place(name[-24:], row["province"], row["city"], row["address"][:80]))
    return Material(
        brands=tuple(brands),
        places=tuple(places),
        sizes=tuple(sizes.values()),
        surnames=tuple(_column("ChineseNames_familyname_freq.csv", 400)),
        given="".join(_column("ChineseNames_givenname_chars_freq.csv", 1_200)),
    )


def _column(file: str, limit: int) -> list[str]:
    with (DATA / "names" / file).open(encoding="utf-8-sig", newline="") as text:
        rows = csv.reader(text)
        next(rows)
        return [row[0] for row, _ in zip(rows, range(limit), strict=False)]


@dataclass(frozen=True, slots=True)
class Customer:
    """One company with its sites and their people."""

    company: Values
    sites: list[Values]
    contacts: list[Values]
    positions: list[Values]


class Customers:
    """Makes customers until a number of sites is reached: the big one first, then as many as it takes."""

    def __init__(self, material: Material, sites: int, seed: int = 1) -> None:
        self._material = material
        self._left = sites
        self._big = min(BIG_COMPANY_SITES, sites // 2)
        self._random = random.Random(seed)
        self._codes: dict[str, int] = {}
        self._roots: list[str] = []

    def __iter__(self) -> Iterator[Customer]:
        """Yield the customers."""
        yield self._customer(self._big, "全球连锁")
        while self._left:
            brand = self._random.choice(self._material.brands)
            yield self._customer(min(self._left, self._random.choice(self._material.sizes)), brand)

    def _customer(self, sites: int, brand: str) -> Customer:
        rng = self._random
        company = self._company(brand)
        self._left -= sites
        chosen = [rng.choice(self._material.places) for _ in range(sites)]
        customer = Customer(company, [], [], [])
        for number, place in enumerate(chosen):
            site = self._site(company, place, number)
            customer.sites.append(site)
            if rng.random() < 0.05:
                self._person(customer, site)
        return customer

    def _company(self, brand: str) -> Values:
        rng = self._random
        town = rng.choice(self._material.places).city
        legal = f"{town}{brand}{rng.choice(_TRADES)}{rng.choice(_FORMS)}"
        digits = f"91{rng.randrange(110000, 660000):06d}{rng.randrange(10**9):09d}"
        parent = rng.choice(self._roots) if self._roots and rng.random() < 0.03 else None
        company = {
            "id": new_id(),
            "parent_id": parent,
            "kind": "legal_entity",
            "legal_name": legal,
            "short_name": brand if rng.random() < 0.3 else None,
            "code": self._code(initials(brand).upper()[:5] or "X"),
            "credit_code": digits + credit_code_check_character(digits),
            "country": "CN",
            "grade": rng.choice(_GRADES) if rng.random() < 0.2 else None,
            "phone": self._phone() if rng.random() < 0.2 else None,
        }
        company["sort_key"] = sort_key(str(company["short_name"] or legal))
        if parent is None:
            self._roots.append(str(company["id"]))
        return company

    def _site(self, company: Values, place: Place, number: int) -> Values:
        rng = self._random
        name = place.name if number else f"{place.city}总部"
        return {
            "id": new_id(),
            "company_id": company["id"],
            "name": name,
            "code": f"{company['code']}-{number + 1}",
            "country": "CN",
            "province": place.province,
            "city": place.city,
            "address_text": place.address,
            "status": "fighting",
            "grade": rng.choice(_GRADES) if rng.random() < 0.2 else None,
            "phone": self._phone() if rng.random() < 0.3 else None,
            "sort_key": sort_key(name),
        }

    def _person(self, customer: Customer, site: Values) -> None:
        rng = self._random
        name = rng.choice(self._material.surnames) + "".join(rng.choices(self._material.given, k=rng.randint(1, 2)))
        contact: Values = {"id": new_id(), "name": name, "mobile": f"13{rng.randrange(10**9):09d}"}
        contact["email"] = f"{initials(name)}{rng.randrange(1000)}@example.cn"
        customer.contacts.append(contact)
        customer.positions.append(
            {"id": new_id(), "contact_id": contact["id"], "site_id": site["id"], "title": rng.choice(_TITLES), "is_main": 1}
        )

    def _code(self, base: str) -> str:
        count = self._codes[base] = self._codes.get(base, 0) + 1
        return base if count == 1 else f"{base}{count}"

    def _phone(self) -> str:
        rng = self._random
        if rng.random() < 0.5:
            return f"1{rng.choice('3589')}{rng.randrange(10**9):09d}"
        return f"{rng.choice(_CITIES_WITH_8_DIGITS)}-{rng.randrange(20_000_000, 90_000_000)}"
