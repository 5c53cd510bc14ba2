"""How ordinary a decoded text reads, from 0 (rubbish) to 1: the judge between East Asian encodings.

Every byte pair of GB18030 is also some character in Big5, EUC-KR or EUC-JP; only one reading consists of characters people use.
"""

from typing import Final

_SIMPLIFIED: Final = frozenset(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只如事把还用第样道想作种开"
    "美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间斯知世什两次使身者被高已亲其进此话常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实"
    "向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关"
    "放至张认接告入笑内英军候民岁往何度山觉路带万男边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢"
    "司限市省区县镇街号楼室栋座层院厂店铺业商贸易技术科投资集团股份银支部营服务设备材料建筑房产医药食品餐饮酒汽配件广告传媒网络软件工程管理咨询深圳北京沪津渝粤浙苏鲁冀豫鄂湘闽赣皖"
    "客户称地址联系电话手机邮编传真备注销售采购经单订合同额价量产品型付款发票税负责编码类别状态来源级姓职务期日额元项仓库送货收退款快递嘉旺"
)
_TRADITIONAL: Final = frozenset(
    "的一是了我不人在他有這個上們來到時大地為子中你說生國年著就那和要她出也得裡後自以會家可下而過天去能對小多然於心學麼之都好看起發當沒成只如事把還用第樣道想作種開"
    "美總從無情己面最女但現前些所同日手又行意動方期它頭經長兒回位分愛老因很給名法間斯知世什兩次使身者被高已親其進此話常與活正感見明問力理爾點文幾定本公特做外孩相西果走將月十實"
    "向聲車全信重三機工物氣每並別真打太新比才便夫再書部水像眼等體卻加電主界門利海受聽表德少克代員許先口由死安寫性馬光白或住難望教命花結樂色更拉東神記處讓母父應直字場平報友關"
    "放至張認接告入笑內英軍候民歲往何度山覺路帶萬男邊風解叫任金快原吃媽變通師立象數四失滿戰遠格士音輕目條呢"
    "司限市省區縣鎮鄉街號樓室棟座層院廠店舖業商貿易技術科投資集團股份銀支部營服務設備材料建築房產醫藥食品餐飲酒汽配件廣告傳媒網絡路軟體工程管理諮詢臺台北高雄新竹桃園臺中南"
    "客戶稱地址聯絡電話手機郵遞傳真備註銷售採購經單訂合同額價量產品型付款發票稅負責編碼類別狀態來源級姓職務統號聯繫窗口倉庫"
)
_COMMON_HANZI: Final = _SIMPLIFIED | _TRADITIONAL
_PUNCTUATION: Final = frozenset("、。，；：？！（）【】《》〈〉「」『』“”‘’…—·－～￥　％／＆＋０１２３４５６７８９ー々")
_HANZI_OF: Final[dict[str, frozenset[str]]] = {"gb18030": _SIMPLIFIED, "big5hkscs": _TRADITIONAL}
_FREQUENT_WEIGHT: Final = 1.0


def plausibility(text: str, encoding: str) -> float:
    """Return how ordinary the characters beyond ASCII are as text that somebody wrote in `encoding`.

    A common character of the script that the encoding was made for counts fully, another hanzi of its everyday part a little,
    anything else (rare hanzi, private use, stray symbols, Latin letters with accents) against it.
    """
    common = _HANZI_OF.get(encoding, _COMMON_HANZI)
    score = 0.0
    total = 0
    for char in text:
        if char < "\x80":
            continue
        total += 1
        score += _weight(char, common, encoding)
    return score / total if total else 0.0


def _weight(char: str, common: frozenset[str], encoding: str) -> float:
    if "\u4e00" <= char <= "\u9fff":
        return _hanzi_weight(char, common, encoding)
    if char in _PUNCTUATION:
        return 0.6
    if "\u3041" <= char <= "\u30fe":
        return 1.0 if encoding in {"euc_jp", "shift_jis", "utf-16-le", "utf-16-be"} else -0.3
    if "\uac00" <= char <= "\ud7a3":
        return 1.0 if encoding in {"euc_kr", "utf-16-le", "utf-16-be"} else -0.5
    if "\uff61" <= char <= "\uff9f":  # half-width kana: what any byte looks like in Shift_JIS
        return -0.3
    return -0.5


def _hanzi_weight(char: str, common: frozenset[str], encoding: str) -> float:
    if char in common:
        return _FREQUENT_WEIGHT
    if encoding == "euc_kr":
        return -0.2  # Korean text is written in Hangul; hanja in bulk are a misread Chinese file
    if encoding in {"euc_jp", "shift_jis"}:
        return 0.25
    return 0.45 if _is_everyday(char, encoding) else -0.3


def _is_everyday(char: str, encoding: str) -> bool:
    """Whether the encoding lists the character in its first, everyday plane (GB 2312 level 1, Big5 level 1)."""
    try:
        raw = char.encode("gb2312" if encoding == "gb18030" else "big5")
    except UnicodeEncodeError:
        return False
    return (0xB0 <= raw[0] <= 0xD7) if encoding == "gb18030" else (0xA4 <= raw[0] <= 0xC6)
