"""What other programs and people call how far a lead has come (`facts.md` §9), as our statuses."""

from functools import cache
from typing import Final

from crmdesk.core.vocabulary import LeadStatus
from crmdesk.exchange.field_names import normal_name

_WORDS: Final = {
    LeadStatus.NEW: "new|open|open - not contacted|not contacted|uncontacted|unread|未联系|未聯絡|未跟进|未跟進|待跟进|待跟進|新建|新线索|新線索|新|未处理|未處理|新進",
    LeadStatus.WORKING: "working|working - contacted|contacted|in progress|attempted to contact|nurturing|nurture|open deal|跟进中|跟進中|已联系|已聯絡|联系中|聯絡中|跟进|"
    "跟進|处理中|處理中|培育中|培養中",
    LeadStatus.QUALIFIED: "qualified|closed - qualified|sql|hot|合格|已合格|有效|已确认|已確認|通过|通過",
    LeadStatus.DISQUALIFIED: "disqualified|unqualified|closed - not converted|not converted|closed|lost|lost lead|junk|junk lead|bad timing|dead|recycled|无效|無效|"
    "不合格|已关闭|已關閉|关闭|關閉|放弃|放棄|已放弃|已放棄|判为无效|判為無效|无效线索",
    LeadStatus.CONVERTED: "converted|closed - converted|won|customer|已转化|已轉化|已转换|已轉換|转化|轉換|已成交|成交",
}


def lead_status(text: str) -> str | None:
    """Return the value of the `LeadStatus` a text means, None for one nobody knows."""
    return _statuses().get(normal_name(text))


@cache
def _statuses() -> dict[str, str]:
    return {normal_name(word): status.value for status, words in _WORDS.items() for word in words.split("|")}
