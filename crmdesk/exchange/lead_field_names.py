"""What other programs and people call the fields of a lead in a header line: Chinese (both scripts), English, Salesforce, HubSpot.

Also how a header line shows that its rows are leads and no customers.
"""

from collections.abc import Iterable
from typing import Final

NAMES: Final[dict[str, str]] = {
    "lead.person": "联系人|聯絡人|联系人姓名|聯絡人姓名|姓名|线索联系人|person|contact|contact name|contact person|full name|lead name|display name|name",
    "lead.company_name": "公司|公司名称|公司名稱|公司全称|公司全稱|企业|企业名称|企業名稱|单位|单位名称|單位名稱|客户|客戶|客户名称|客戶名稱|客户公司|线索公司|线索名称|線索名稱|"
    "潜在客户|潛在客戶|潜在客户名称|潛在客戶名稱|名称|名稱|company|company name|account|account name|organization|organisation|organization name|"
    "business name|lead company|name",
    "lead.family_name": "姓|姓氏|last name|lastname|family name|surname",
    "lead.given_name": "名|名字|first name|firstname|given name|middle name",
    "lead.job_title": "职务|職務|职位|職位|职称|職稱|岗位|头衔|title|job title|position|designation|role",
    "lead.mobile": "手机|手機|手机号|手机号码|手機號碼|移动电话|行動電話|联系手机|联系人手机|mobile|mobile phone|mobilephone|mobile number|cell|cell phone",
    "lead.phone": "电话|電話|联系电话|聯繫電話|聯絡電話|固定电话|座机|固话|市話|电话号码|電話號碼|公司电话|公司電話|联系方式|聯絡方式|phone|phone number|telephone|tel|"
    "work phone|business phone|phone no",
    "lead.email": "邮箱|郵箱|电子邮箱|電子郵箱|电子邮件|電子郵件|email|e-mail|mail|email address|work email",
    "lead.website": "网址|網址|网站|網站|官网|官網|website|web site|url|homepage",
    "lead.country": "国家|國家|国别|國別|国家/地区|國家/地區|country|country code|country/region",
    "lead.province": "省|省份|省市|所在省|省/直辖市|地区|地區|区域|區域|province|state|state/province|region",
    "lead.city": "市|城市|所在城市|所在市|city|town",
    "lead.district": "区|區|区县|區縣|district|county",
    "lead.street": "街道|街道地址|路|street|street address|address line 1|address1",
    "lead.postcode": "邮编|郵編|邮政编码|郵政編碼|郵遞區號|postcode|postal code|postalcode|zip|zip code|zip/postal code",
    "lead.address_text": "地址|详细地址|詳細地址|公司地址|联系地址|聯絡地址|通讯地址|通訊地址|address|full address",
    "lead.credit_code": "统一社会信用代码|統一社會信用代碼|信用代码|信用代碼|税号|稅號|统一编号|統一編號|統編|credit code|tax number|tax id|vat number",
    "lead.headcount": "员工数|員工數|员工人数|員工人數|人数|人數|公司规模|公司規模|number of employees|numberofemployees|no. of employees|employees|headcount|"
    "company size",
    "lead.industry": "行业|行業|所属行业|所屬行業|行业分类|行業分類|产业|產業|industry|sector",
    "lead.source": "来源|來源|线索来源|線索來源|潜在客户来源|潛在客戶來源|客户来源|客戶來源|一级来源|一級來源|渠道|渠道来源|通路|source|lead source|leadsource|"
    "original source|account source|lead channel",
    "lead.sub_source": "二级来源|二級來源|来源明细|來源明細|来源详情|來源詳情|sub source|subsource|source detail|source details|lead source detail|"
    "original source drill-down 1",
    "lead.origin": "录入方式|創建方式|创建方式|建立方式|进入方式|came in by|lead origin|origin|created via|record source|form name",
    "lead.campaign": "活动|活動|市场活动|市場活動|行销活动|行銷活動|营销活动|營銷活動|campaign|campaign name|primary campaign|utm campaign",
    "lead.status": "状态|狀態|线索状态|線索狀態|潜在客户状态|潛在客戶狀態|跟进状态|跟進狀態|阶段|階段|线索阶段|status|lead status|lead stage|stage",
    "lead.is_converted": "已转化|已轉化|已转换|已轉換|是否转化|是否轉換|是否转换|isconverted|is converted|converted",
    "lead.reason": "无效原因|無效原因|关闭原因|關閉原因|放弃原因|disqualification reason|disqualified reason|lost reason|unqualified reason|reason",
    "lead.owner": "负责人|負責人|业务员|業務員|销售|销售员|销售代表|銷售代表|所有人|所有者|归属人|跟进人|跟進人|客户经理|客戶經理|owner|lead owner|owner name|"
    "owner.name|sales rep|salesperson|assigned to|contact owner|owner full name",
    "lead.next_step": "下一步|下一步计划|下一步計畫|下次跟进内容|下次跟進內容|next step|next steps|next activity|next action",
    "lead.next_step_on": "下次跟进|下次跟進|下次跟进时间|下次跟進時間|下次跟进日期|下次跟進日期|下次联系时间|下次聯絡時間|下次联系日期|next step date|next follow-up|"
    "next follow up|next follow-up date|next activity date|next contact date|due date|due on|follow up date",
    "lead.look_again_on": "再次联系日期|再次聯絡日期|look again on|revisit on|revisit date",
    "lead.contract_ends_on": "合同到期|合同到期日|合約到期|合約到期日|contract ends on|contract end|contract end date",
    "lead.web_visits": "访问次数|訪問次數|造訪次數|totalvisits|total visits|visits|number of sessions|web visits",
    "lead.web_seconds": "网站停留时间|網站停留時間|停留秒数|total time spent on website|time on site|time spent on website|web seconds",
    "lead.web_pages": "每次访问页数|每次造訪頁數|page views per visit|pages per visit|web pages",
    "lead.external_id": "编号|編號|线索编号|線索編號|线索id|線索id|潜在客户编号|潛在客戶編號|lead number|lead no|lead id|leadid|id|record id|external id|"
    "number|no|reference|ref|序号|序號",
    "lead.note": "备注|備註|描述|说明|說明|需求|需求描述|客户需求|客戶需求|跟进记录|跟進記錄|留言|note|notes|remark|remarks|description|comment|comments|memo|message|"
    "requirement|requirements|tags|标签|標籤",
}
"""Field → names, separated by `|`; a name that stands for several fields belongs to the one named first."""

_SURE: Final = ("isconverted", "convertedaccountid", "converteddate", "线索编号", "線索編號", "潜在客户编号", "潛在客戶編號")
_LIKELY: Final = ("lead", "线索", "線索", "潜在客户", "潛在客戶", "潜客", "prospect")
"""What names begin with where rows are leads."""
_SOURCES: Final = frozenset({"leadsource", "线索来源", "線索來源", "潜在客户来源", "潛在客戶來源"})
"""Customers have such a column as well."""
_OF_ACCOUNTS: Final = ("accountid", "accountname", "accountsource", "parentid", "parentaccount", "billing", "shipping")


def speaks_of_leads(names: Iterable[str]) -> bool:
    """Whether a header line, its names folded, is one of leads.

    A source of leads is also a column of accounts and contacts: it says so only in English (Salesforce's), and where none of
    their own columns is beside it.
    """
    folded = tuple(names)
    if any(name in _SURE for name in folded):
        return True
    if any(part in name for name in folded for part in _OF_ACCOUNTS):
        return False
    return "leadsource" in folded or any(name.startswith(_LIKELY) and name not in _SOURCES for name in folded)
