"""The block of invoice facts as it is printed and pasted into a request for an invoice (`facts.md` §8)."""

from collections.abc import Mapping
from typing import Final

from crmdesk.services.record_values import Value

# Printed in the language of the tax office, not of the reader.
_LABELS: Final = {
    "CN": ("名称", "纳税人识别号", "地址、电话", "开户行及账号"),
    "TW": ("買受人", "統一編號", "地址、電話", "開戶行及帳號"),
}
_FOREIGN: Final = ("Name", "Tax number", "Address, phone", "Bank, account")


def invoice_block(values: Mapping[str, Value]) -> str:
    """Return the lines of a company's invoice block, without those nothing is known of; empty without a name."""
    title = _text(values, "invoice_title") or _text(values, "legal_name")
    if not title:
        return ""
    contents = (
        title,
        _text(values, "credit_code"),
        _joined(values, "invoice_address", "invoice_phone"),
        _joined(values, "bank_name", "bank_account"),
    )
    labels = _LABELS.get(_text(values, "country") or "CN", _FOREIGN)
    colon = ": " if labels is _FOREIGN else "："
    return "\n".join(f"{label}{colon}{text}" for label, text in zip(labels, contents, strict=True) if text)


def _text(values: Mapping[str, Value], key: str) -> str:
    return str(values.get(key) or "").strip()


def _joined(values: Mapping[str, Value], *keys: str) -> str:
    return " ".join(text for key in keys if (text := _text(values, key)))
