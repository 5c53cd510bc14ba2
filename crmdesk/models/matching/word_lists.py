"""Words of company names that mean the same, nothing, or a legal form; kept by hand, all in folded characters."""

import re
from enum import Enum, unique
from typing import Final

CJK: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]")


@unique
class Form(Enum):
    """Legal forms that two entities of one name can differ in."""

    LIMITED = "limited"  # 有限公司, 有限责任公司, Ltd, GmbH, 有限会社
    SHARES = "shares"  # 股份有限公司, AG, PLC, 株式会社
    PARTNERSHIP = "partnership"
    COOPERATIVE = "cooperative"
    PLAIN = "plain"  # 公司, 总公司, Co.: enterprises from before the company law, and names written briefly
    NONE = "none"


CHINESE_FORMS: Final = (
    ("股份有限责任公司", Form.SHARES), ("有限责任公司", Form.LIMITED), ("责任有限公司", Form.LIMITED),
    ("股份有限公司", Form.SHARES), ("股份公司", Form.SHARES), ("农民专业合作社", Form.COOPERATIVE),
    ("专业合作社", Form.COOPERATIVE), ("股份合作公司", Form.COOPERATIVE), ("有限合伙企业", Form.PARTNERSHIP),
    ("合伙企业", Form.PARTNERSHIP), ("有限合伙人", Form.PARTNERSHIP), ("有限合伙", Form.PARTNERSHIP),
    ("普通合伙", Form.PARTNERSHIP), ("株式会社", Form.SHARES), ("有限会社", Form.LIMITED), ("合同会社", Form.LIMITED),
    ("주식회사", Form.SHARES), ("유한회사", Form.LIMITED), ("有限公司", Form.LIMITED), ("总公司", Form.PLAIN),
    ("股份", Form.SHARES), ("公司", Form.PLAIN),
)  # fmt: skip
"""Longest first: a name ends with the first that fits."""
FORMS_IN_FRONT: Final = tuple(
    (word, form) for word, form in CHINESE_FORMS if word in {"株式会社", "有限会社", "合同会社", "주식회사", "유한회사"}
)
"""In Japan and Korea the form may stand first."""

LATIN_FORMS: Final[dict[str, tuple[Form, str]]] = {
    **dict.fromkeys(("inc", "incorporated", "corp", "corporation"), (Form.SHARES, "en")),
    **dict.fromkeys(("co", "company", "cie"), (Form.PLAIN, "")),
    **dict.fromkeys(("ltd", "limited", "llc", "llp", "lp", "pte", "pty"), (Form.LIMITED, "en")),
    "plc": (Form.SHARES, "en"),
    **dict.fromkeys(("gmbh", "mbh", "gesmbh"), (Form.LIMITED, "de")),
    **dict.fromkeys(("ag", "aktiengesellschaft", "kgaa"), (Form.SHARES, "de")),
    **dict.fromkeys(("kg", "ohg", "gbr"), (Form.PARTNERSHIP, "de")),
    "ev": (Form.COOPERATIVE, "de"), "eg": (Form.COOPERATIVE, "de"),
    **dict.fromkeys(("sa", "sas", "spa", "nv", "asa", "oyj", "se", "kk"), (Form.SHARES, "other")),
    **dict.fromkeys(("sarl", "srl", "sl", "bv", "oy", "ab", "as", "aps", "lda", "ltda", "ooo"), (Form.LIMITED, "other")),
    **dict.fromkeys(("sdn", "bhd"), (Form.LIMITED, "en")), **dict.fromkeys(("oao", "pao", "zao"), (Form.SHARES, "other")),
}  # fmt: skip
"""Word → its form, and the law it belongs to: an AG is no Ltd."""

LATIN_PHRASES: Final = (
    ("gesellschaft mit beschrankter haftung", "gmbh"), ("societe anonyme", "sa"), ("societa per azioni", "spa"),
    ("kabushiki kaisha", "kk"), ("public limited company", "plc"), ("private limited", "ltd"), ("pvt ltd", "ltd"),
)  # fmt: skip
LATIN_HOLDING: Final = frozenset({"holding", "holdings", "group", "gruppe", "groupe", "konzern"})
LATIN_EMPTY: Final = frozenset({"the", "and", "und", "et", "of", "for", "de"})
LATIN_GENERIC: Final = {
    "technology": "keji", "technologies": "keji", "tech": "keji", "trading": "maoyi", "trade": "maoyi", "electronics": "dianzi",
    "electronic": "dianzi", "investment": "touzi", "investments": "touzi", "industrial": "shiye", "industry": "shiye",
    "industries": "shiye", "international": "guoji", "development": "fazhan", "services": "fuwu", "service": "fuwu",
    "software": "ruanjian", "logistics": "wuliu", "pharmaceutical": "zhiyao", "commercial": "shangye",
    "management": "guanli", "network": "wangluo", "communication": "tongxin", "communications": "tongxin", "solutions": "",
    "systems": "xitong", "system": "xitong", "enterprise": "qiye", "enterprises": "qiye",
}  # fmt: skip
"""Words that seldom tell companies apart → how a Chinese name says it."""

LATIN_PLACES: Final = {
    "hongkong": "香港", "hk": "香港", "macau": "澳门", "macao": "澳门", "taiwan": "台湾", "china": "中国", "prc": "中国",
    "shaanxi": "陕西", "tibet": "西藏", "innermongolia": "内蒙古", "peking": "北京", "canton": "广州", "harbin": "哈尔滨",
    "urumqi": "乌鲁木齐", "hohhot": "呼和浩特", "taipei": "台北", "kaohsiung": "高雄", "lhasa": "拉萨",
}  # fmt: skip
"""Places written otherwise than pinyin has it."""

ABBREVIATIONS: Final = {
    "工行": "中国工商银行", "建行": "中国建设银行", "农行": "中国农业银行", "中行": "中国银行", "交行": "交通银行", "招行": "招商银行",
    "浦发银行": "浦东发展银行", "邮储银行": "邮政储蓄银行", "中石化": "中国石化", "中石油": "中国石油", "中移动": "中国移动", "农发行": "中国农业发展银行",
}  # fmt: skip
"""What a name begins with (a place before it does not matter) → what it stands for."""
SYNONYMS: Final = (("农商银行", "农村商业银行"), ("农商行", "农村商业银行"), ("市商业银行", "市银行"), ("信用联社", "信用社"))
GENERIC: Final = re.compile("股权投资|创业投资|投资|控股|实业|发展|企业|管理|国有|责任|有限|股份|和|与|及")
"""Words of trade that come and go in the names of one company."""
SEMI_GENERIC: Final = re.compile("科技|技术|服务|工程|股份|贸易|商贸|制造|产业")
HOLDING: Final = ("集团控股", "控股集团", "集团")

BRANCH_KINDS: Final = (
    ("证券营业部", "营业部"), ("营销服务部", "服务部"), ("综合服务部", "服务部"), ("服务部", "服务部"), ("经营部", "经营部"), ("零售部", "店"),
    ("商场", "店"), ("门市部", "店"), ("营业部", "营业部"), ("分公司", "分公司"), ("子公司", "分公司"), ("营业厅", "营业厅"),
    ("营业所", "营业所"), ("储蓄所", "储蓄所"), ("分理处", "分理处"), ("办事处", "办事处"), ("代表处", "办事处"), ("联络处", "办事处"),
    ("加油站", "加油站"), ("支公司", "支公司"), ("旗舰店", "店"), ("专卖店", "店"), ("分店", "店"), ("门店", "店"),
    ("商店", "店"), ("支行", "支行"), ("分行", "分行"), ("分社", "分社"), ("分厂", "厂"), ("分部", "分部"), ("店", "店"),
)  # fmt: skip
"""What a branch is called → what it is, the longer first."""
FUNCTIONS: Final = re.compile("供电|图文|营销|服务|综合|配件|快客|高快|第?[0-9]+|汽车|旅游|中心|直属|[东西南北中]")
"""What a branch does rather than where it is: without its place such a branch is any of them."""
HEAD_OFFICE: Final = ("总公司", "总部", "本部", "总行", "总店", "总社")
BANKING: Final = re.compile("银行|证券|信用社|保险|信托|邮政局|供销社")
"""Companies whose branches are named without the legal form: 中国工商银行诸暨支行."""

NUMERALS: Final = str.maketrans("零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖貮", "00123456789123456789" + "2")
NUMBER: Final = re.compile(r"[0-9十百]+")
