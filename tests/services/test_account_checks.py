from crmdesk.core.vocabulary import RecordKind, Severity
from crmdesk.services.accounts import AccountService
from crmdesk.storage.store import Store
from tests.services.conftest import Group


def _remarks(store: Store, kind: RecordKind, values: dict[str, object]) -> dict[str, tuple[Severity, str]]:
    return {remark.field: (remark.severity, remark.target) for remark in AccountService(store).check(kind, values)}


def test_a_taken_code_names_and_links_the_other_record(ready_store: Store, group: Group) -> None:
    found = _remarks(ready_store, RecordKind.COMPANY, {"legal_name": "x", "code": "jlf-mld"})
    assert found["code"] == (Severity.ERROR, str(group.first))


def test_ones_own_code_is_no_problem(ready_store: Store, group: Group) -> None:
    assert not AccountService(ready_store).check(RecordKind.SITE, {"name": "x", "code": "JLF-MLD"}, group.first)


def test_the_same_address_in_the_same_company_is_an_error_with_a_link(ready_store: Store, group: Group) -> None:
    values: dict[str, object] = {"name": "x", "company_id": group.company.id, "city": "北京市", "street": "馬連道１１號"}
    assert _remarks(ready_store, RecordKind.SITE, {**values, "street": "马连道 11号"})["street"] == (
        Severity.ERROR,
        str(group.first),
    )
    assert "street" not in _remarks(ready_store, RecordKind.SITE, {**values, "street": "马连道12号"})
    assert "street" not in _remarks(
        ready_store, RecordKind.SITE, {**values, "street": "马连道11号", "company_id": group.other.id}
    )


def test_a_wrong_check_character_warns_and_never_blocks(ready_store: Store) -> None:
    remarks = AccountService(ready_store).check(RecordKind.COMPANY, {"legal_name": "x", "credit_code": "91350100M000100Y4Z"})
    (remark,) = [remark for remark in remarks if remark.field == "credit_code"]
    assert remark.severity is Severity.WARNING
    assert "Z" in remark.message
    AccountService(ready_store).create_company({"legal_name": "x", "credit_code": "91350100M000100Y4Z"})


def test_taiwans_number_is_checked_by_its_own_rule(ready_store: Store) -> None:
    values: dict[str, object] = {"legal_name": "x", "credit_code": "04595257", "country": "TW"}
    assert "credit_code" not in _remarks(ready_store, RecordKind.COMPANY, values)


def test_whatever_is_typed_gets_remarks_not_exceptions(ready_store: Store, group: Group) -> None:
    for text in ("", " ", "\x00", "a" * 5_000, "'; DROP TABLE site;--", "％%_", "🏭"):
        for kind, fields in (
            (RecordKind.COMPANY, ("legal_name", "code", "credit_code", "phone", "headcount")),
            (RecordKind.SITE, ("name", "street", "email")),
        ):
            AccountService(ready_store).check(kind, {**dict.fromkeys(fields, text), "company_id": group.company.id})
