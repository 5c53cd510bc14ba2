"""What other programs and people call our fields in a header line: Chinese (both scripts), English, Salesforce, Outlook, Google.

A name may stand for several fields (`电话` is a company's, a site's or a contact's); the proposal picks by what a row is.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from crmdesk.exchange import lead_field_names
from crmdesk.exchange.fields import Subject

_NAMES: Final[dict[str, str]] = {
    "company.legal_name": "公司|公司名称|公司名稱|公司全称|公司全稱|企业名称|企業名稱|企业全称|企业|單位名稱|单位名称|单位|客户名称|客戶名稱|客户|客戶|客户全称|客戶全稱|名称|名稱|全称|"
    "全稱|法人名称|法定名称|店铺所属公司|所属公司|所屬公司|legal name|company name|company|account name|account|name|organization|organisation|"
    "organization name|organization 1 name|business name|customer|customer name|customer account|company legal name|legal_entity|brand|firma|"
    "account.name",
    "company.short_name": "简称|簡稱|公司简称|公司簡稱|客户简称|客戶簡稱|企业简称|short name|short_name|abbreviation|alias|brand name|trade name|other_names",
    "company.code": "客户编码|客戶編碼|客户编号|客戶編號|客户代码|客戶代碼|公司编码|公司编号|公司代碼|公司代码|助记码|編碼|编码|编号|編號|代码|代碼|code|customer code|customer no|"
    "customer number|company code|account number|accountnumber|account no|account code",
    "company.credit_code": "统一社会信用代码|統一社會信用代碼|社会信用代码|信用代码|信用代碼|税号|稅號|纳税人识别号|納稅人識別號|纳税人识别码|统一编号|統一編號|統編|营业执照号|"
    "注册号|组织机构代码|uscc|credit code|credit_code|unified social credit code|tax number|tax id|tax no|vat number|vat id|vat|ubn|registration number",
    "company.kind": "公司类型|公司類型|企业类型|企業類型|公司性质|企业性质|company type|company kind|entity type|ownership",
    "company.country": "公司国家|注册国家|jurisdiction_code|jurisdiction|country of registration",
    "company.industry": "行业|行業|所属行业|所屬行業|行业分类|行業分類|行业类别|industry|sector|sic desc|naics desc",
    "company.source": "来源|來源|客户来源|客戶來源|线索来源|線索來源|source|account source|accountsource|lead source|leadsource|customer source",
    "company.customer_kind": "客户类型|客戶類型|客户性质|客户种类|客戶種類|客户类别|客戶類別|type|account type|customer type|customer kind",
    "company.grade": "等级|等級|客户等级|客戶等級|客户级别|客戶級別|级别|級別|评级|評級|grade|rating|account rating|customer grade|customer level|level",
    "company.phone": "公司电话|公司電話|总机|總機|企业电话|单位电话|company phone|company main phone|main phone|switchboard",
    "company.website": "网址|網址|网站|網站|官网|官網|公司网址|公司主页|主页|website|web site|web page|url|homepage|website 1 value|web",
    "company.headcount": "员工数|員工數|员工人数|員工人數|人数|人數|公司规模|员工规模|number of employees|numberofemployees|employees|headcount|staff|company size",
    "company.registered_on": "成立日期|成立时间|成立時間|注册日期|註冊日期|注册时间|登记日期|登記日期|设立日期|reg_date|registration date|registered on|founding_date|founded|"
    "incorporation date|date founded",
    "company.invoice_title": "发票抬头|發票抬頭|开票名称|开票抬头|抬头|抬頭|invoice title|invoice name|billing name",
    "company.invoice_address": "开票地址|發票地址|发票地址|注册地址|註冊地址|invoice address|registered address",
    "company.invoice_phone": "开票电话|發票電話|发票电话|invoice phone",
    "company.bank_name": "开户行|開戶行|开户银行|開戶銀行|银行|銀行|bank|bank name",
    "company.bank_account": "银行账号|銀行帳號|银行帐号|账号|帳號|开户账号|bank account|account iban|iban|bank account number",
    "company.owner": "公司负责人|company owner",
    "company.note": "公司备注|经营范围|公司简介|description|account description|company note|classification|business scope|user 1",
    "parent.code": "上级编码|上级客户编码|上級編碼|母公司编码|parent code|parent account number|parent.accountnumber|parent number",
    "parent.credit_code": "上级信用代码|上级统一社会信用代码|母公司信用代码|总公司信用代码|parent_uscc|parent credit code|parent tax id",
    "parent.name": "上级公司|上級公司|上级单位|上级客户|上級客戶|母公司|母公司名称|母公司名稱|总公司|總公司|所属集团|所屬集團|集团|集團|上级|上級|隶属|parent|parent_name|"
    "parent name|parent company|parent account|parent.name|parent account name|parent organization|subsidiary of|subsidiary_of",
    "parent.top_name": "集团总部|最终母公司|root_name|ultimate parent|ultimate parent account|global ultimate",
    "parent.top_credit_code": "root_uscc",
    "site.name": "站点|站点名称|門店|门店|门店名称|門店名稱|店名|店铺名称|店鋪名稱|网点|网点名称|網點名稱|分店|分店名称|地点|地點|地点名称|场所|场所名称|据点|據點|网点名|site|"
    "site name|account site|store|store_name|store name|location name|branch name|outlet|shop|facility|name|名称|名稱",
    "site.code": "站点编码|站点编号|门店编码|门店编号|門店編號|店号|店號|门店代码|网点编码|site code|site number|store number|store code|store id|store no|location code|branch code|code|编码|编号|編號",
    "site.place_kind": "场所类型|場所類型|地点类型|門店類型|门店类型|网点类型|place kind|kind of place|site type|store type|location type|ownership_type|ownership type",
    "site.country": "国家|國家|国别|國別|国家/地区|國家/地區|country|billing country|billingcountry|billing country code|billingcountrycode|business country|country code|"
    "business country/region|address 1 country|mailing country|mailingcountry|land",
    "site.province": "省|省份|省市|所在省|省/直辖市|省/自治区|province|state|state/province|billing state|billingstate|billing state/province|"
    "billingstatecode|business state|address 1 region|region|mailing state|mailingstate|mailing state/province|kanton|bundesland",
    "site.city": "市|城市|所在城市|所在市|地级市|城市名称|city|town|billing city|billingcity|business city|address 1 city|mailing city|mailingcity|ort|stadt",
    "site.district": "区|區|区县|區縣|县|縣|区/县|县区|所在区|district|county|suburb|borough",
    "site.street": "街道|街道地址|路|street|street address|address line 1|address1|address 1 street|billing street|billingstreet|business street|mailing street|mailingstreet|"
    "billing address line 1|strasse|straße",
    "site.address_text": "地址|详细地址|詳細地址|公司地址|联系地址|聯絡地址|通讯地址|通訊地址|经营地址|办公地址|辦公地址|门店地址|門店地址|客户地址|客戶地址|住所|address|full address|"
    "billing address|business address|address 1 formatted|mailing address|adresse|addr",
    "site.postcode": "邮编|郵編|邮政编码|郵政編碼|郵遞區號|邮码|postcode|postal code|post code|zip|zip code|zipcode|billing zip/postal code|billingpostalcode|billing zip|"
    "business postal code|address 1 postal code|mailing zip/postal code|mailingpostalcode|plz",
    "site.latitude": "纬度|緯度|latitude|lat|billing latitude|billinglatitude|mailinglatitude",
    "site.longitude": "经度|經度|longitude|lng|lon|long|billing longitude|billinglongitude|mailinglongitude",
    "site.phone": "电话|電話|联系电话|聯繫電話|聯絡電話|固定电话|固話|固话|座机|座機|市話|门店电话|門店電話|电话号码|電話號碼|phone|phone number|telephone|tel|business phone|"
    "contact phone number|telefon|phone no",
    "site.email": "邮箱|郵箱|电子邮箱|電子郵箱|电子邮件|電子郵件|公司邮箱|email|e-mail|mail|email address|company email",
    "site.website": "站点网址|门店网址|site website",
    "site.industry": "站点行业|门店行业|site industry",
    "site.source": "站点来源|site source",
    "site.customer_kind": "站点客户类型|site customer kind",
    "site.grade": "站点等级|门店等级|門店等級|site grade",
    "site.status": "状态|狀態|客户状态|客戶狀態|跟进状态|跟進狀態|status|account status|customer status|stage|lifecycle stage",
    "site.owner": "负责人|負責人|业务员|業務員|销售|销售员|销售代表|銷售代表|所有人|所有者|归属人|跟进人|客户经理|客戶經理|owner|account owner|owner.name|owner name|sales rep|"
    "salesperson|owner full name|account manager|sales_agent|owner alias|owner.email",
    "site.note": "备注|備註|备注信息|說明|说明|描述|note|notes|remark|remarks|comment|comments|memo",
    "delivery.country": "shipping country|shippingcountry|shipping country code|收货国家",
    "delivery.province": "shipping state|shippingstate|shipping state/province|shippingstatecode|收货省份|收貨省份",
    "delivery.city": "shipping city|shippingcity|收货城市|收貨城市",
    "delivery.district": "收货区县|收貨區縣",
    "delivery.street": "shipping street|shippingstreet|shipping address line 1|delivery street",
    "delivery.postcode": "shipping zip/postal code|shippingpostalcode|shipping zip|收货邮编|收貨郵編",
    "delivery.address_text": "收货地址|收貨地址|送货地址|送貨地址|发货地址|仓库地址|shipping address|delivery address|ship to|ship to address|lieferadresse",
    "further.billing": "账单地址|帳單地址|寄票地址|invoice mailing address|rechnungsadresse",
    "further.mailing": "邮寄地址|郵寄地址|信函地址|postal address|postanschrift",
    "further.other": "其他地址|其它地址|地址2|地址3|第二地址|address 2|address 3|other address|second address",
    "contact.name": "联系人|聯繫人|聯絡人|联系人姓名|聯絡人姓名|姓名|主联系人|主要联系人|首要联系人|contact|contact name|contact person|full name|contact full name|primary contact|"
    "person|display name|name",
    "contact.family_name": "姓|姓氏|last name|lastname|family name|surname|contact last name|nachname",
    "contact.given_name": "名|名字|first name|firstname|given name|forename|middle name|contact first name|vorname|additional name",
    "contact.title": "职务|職務|职位|職位|职称|職稱|头衔|岗位|title|job title|position|contact title|organization 1 title|role",
    "contact.department": "部门|部門|所在部门|科室|department|organization 1 department|dept",
    "contact.mobile": "手机|手機|手机号|手机号码|手機號碼|移动电话|行動電話|联系人手机|联系手机|联系人电话|聯絡人電話|mobile|mobile phone|mobilephone|mobile number|cell|"
    "cell phone|contact mobile|phone 1 value",
    "contact.phone": "联系人座机|联系人固话|办公电话|辦公電話|分机|contact phone|phone 2 value|business phone 2|direct phone|work phone|primary phone",
    "contact.email": "联系人邮箱|联系人邮件|聯絡人郵箱|聯絡人電子郵件|contact email|e-mail address|e-mail 1 value|primary email|work email",
    "contact.is_main": "是否主联系人|是否首要联系人|主联系人标志|main contact|is main|is primary|primary|isprimary",
    "contact.note": "联系人备注|聯絡人備註|contact note|contact description|contact notes",
    "contact_mail.country": "mailing country|mailingcountry",
    "contact_mail.province": "mailing state|mailingstate|mailing state/province",
    "contact_mail.city": "mailing city|mailingcity",
    "contact_mail.district": "联系人区县|聯絡人區縣|mailing district",
    "contact_mail.street": "mailing street|mailingstreet",
    "contact_mail.postcode": "mailing zip/postal code|mailingpostalcode",
    "contact_mail.address_text": "联系人地址|聯絡人地址|mailing address|contact address",
    "contact_other.country": "other country|othercountry",
    "contact_other.province": "other state|otherstate|other state/province",
    "contact_other.city": "other city|othercity",
    "contact_other.street": "other street|otherstreet",
    "contact_other.postcode": "other zip/postal code|otherpostalcode",
    "row.id": "id|记录id|記錄id|account id|accountid18|客户id|客戶id|record id|contact id|lead id|external id|uuid|guid",
    "row.parent_id": "parentid|parent_id|parent id|上级id|上級id|父id|父级id|parent account id|accountid|account.id|pid",
    "row.kind": "branch_kind|分支类型|分支類型|机构类型|機構類型|机构层级|row kind|node type",
}
_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "site.phone": ("company.phone", "contact.phone"),
    "site.email": ("contact.email",),
    "company.industry": ("site.industry",),
    "company.source": ("site.source",),
    "company.customer_kind": ("site.customer_kind",),
    "company.grade": ("site.grade",),
    "company.website": ("site.website",),
    "site.owner": ("company.owner",),
    "site.note": ("contact.note", "company.note"),
    "company.note": ("site.note", "contact.note"),
    "contact.email": ("site.email",),
    "contact.name": ("contact.is_main",),
}
"""Fields a name may stand for beside its own, the likelier first."""

_BRACKETS: Final = re.compile(r"[((\[【（].*?[))\]】）]")
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


@cache
@lru_cache(maxsize=1024)
@lru_cache(maxsize=512)  # an import asks for the kind of every row
def normal_name(header: str) -> str:
    """Fold a column name: width, case, spaces, punctuation, dots and underscores do not count."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", header).casefold())


def bare_name(header: str) -> str:
    """Fold a column name without what stands in brackets: `电话(必填)` is `电话`."""
    return normal_name(_BRACKETS.sub("", header))


@cache
def fields_by_name(subject: Subject = Subject.ACCOUNTS) -> dict[str, tuple[str, ...]]:
    """Return the keys of the fields each folded name may stand for in rows of a subject, the likelier first."""
    found: dict[str, list[str]] = {}
    for key, names in (_NAMES if subject is Subject.ACCOUNTS else lead_field_names.NAMES).items():
        for name in (key, *names.split("|")):
            keys = found.setdefault(normal_name(name), [])
            if key not in keys:
                keys.append(key)
    for keys in found.values():
        for key in tuple(keys):
            keys.extend(other for other in _ALSO.get(key, ()) if other not in keys)
    return {name: tuple(keys) for name, keys in found.items()}


def is_known_name(header: str) -> bool:
    """Whether a cell reads like a column name we know."""
    folded = normal_name(header)
    return bool(folded) and any(folded in names or bare_name(header) in names for names in map(fields_by_name, Subject))
