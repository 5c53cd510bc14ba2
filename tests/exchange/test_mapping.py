import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.exchange.dates import DateOrder
from crmdesk.exchange.fields import FIELDS, Subject
from crmdesk.exchange.mapping import Mapping, MappingInvalid, MappingUnreadable, RowRole, RowShape, header_signature

REGISTER = Mapping(
    columns=(("名称", "company.legal_name"), ("类型", "row.kind"), ("备注", "site.note"), ("说明", "site.note")),
    constants=(("site.country", "CN"),),
    shape=RowShape.BY_KIND,
    roles=(("总公司", RowRole.COMPANY), ("Branch", RowRole.BRANCH)),
)


def test_values_are_the_filled_cells_trimmed_joined_and_with_constants() -> None:
    bound = REGISTER.bind(["说明", "名称", "备注", "类型"])
    assert bound.values(["b", " 甲 ", "a", ""]) == {"site.country": "CN", "company.legal_name": "甲", "site.note": "a\nb"}
    assert bound.values(["", "", "", ""]) == {"site.country": "CN"}


def test_texts_that_mean_empty_are_left_out_whatever_their_case() -> None:
    columns = (("n", "lead.person"), ("c", "lead.city"), ("a", "lead.note"), ("b", "lead.note"))
    bound = Mapping(columns, shape=RowShape.LEAD, empties=("Select", "-")).bind(["n", "c", "a", "b"])
    assert bound.values(["Kim", " select ", "-", "Selected"]) == {"lead.person": "Kim", "lead.note": "Selected"}


@pytest.mark.parametrize(("shape", "key"), [(RowShape.LEAD, "site.city"), (RowShape.COMPANY, "lead.city")])
def test_a_field_of_other_rows_is_refused(shape: RowShape, key: str) -> None:
    name = "lead.person" if shape is RowShape.LEAD else "company.code"
    (problem,) = Mapping((("n", name), ("c", key)), shape=shape).problems()
    assert problem.params["column"] == "c"


def test_leads_need_something_to_be_called_by() -> None:
    (problem,) = Mapping((("c", "lead.city"),), shape=RowShape.LEAD).problems()
    assert problem.params["column"] == "lead.company_name"


def test_a_filled_cell_wins_over_the_constant() -> None:
    mapping = Mapping(columns=(("n", "company.legal_name"), ("c", "site.country")), constants=(("site.country", "CN"),))
    bound = mapping.bind(["n", "c"])
    assert [bound.values(["A", cell])["site.country"] for cell in ("DE", " ")] == ["DE", "CN"]


@pytest.mark.parametrize(
    ("kind", "role"),
    [
        ("总公司", RowRole.COMPANY),
        ("branch", RowRole.BRANCH),
        ("ＢＲＡＮＣＨ", RowRole.BRANCH),
        ("门店", RowRole.SITE),
        ("", RowRole.SITE),
    ],
)
def test_the_kind_decides_what_a_row_becomes(kind: str, role: RowRole) -> None:
    bound = REGISTER.bind(["名称", "类型", "备注", "说明"])
    assert bound.role({"row.kind": kind}) is role


@pytest.mark.parametrize(
    ("shape", "role"),
    [
        (RowShape.COMPANY, RowRole.COMPANY),
        (RowShape.COMPANY_AND_SITE, RowRole.COMPANY),
        (RowShape.SITE, RowRole.SITE),
        (RowShape.CONTACT, RowRole.CONTACT),
    ],
)
def test_the_shape_decides_when_there_is_no_kind(shape: RowShape, role: RowRole) -> None:
    assert Mapping((("n", "company.legal_name"),), shape=shape).bind(["n"]).role({}) is role


def test_columns_are_found_whatever_their_case() -> None:
    bound = Mapping((("Account Name", "company.legal_name"),)).bind(["id", "ACCOUNT_NAME"])
    assert bound.values(["1", "Acme"]) == {"company.legal_name": "Acme"}


@pytest.mark.parametrize(
    ("mapping", "column"),
    [
        (Mapping((("n", "company.legal_nam"),)), "n"),
        (Mapping((("a", "company.legal_name"), ("b", "company.legal_name"))), "b"),
        (Mapping((("a", "company.legal_name"), ("a", "company.code"))), "a"),
        (Mapping((("a", "site.phone"),)), "company.legal_name"),
        (Mapping((("a", "company.code"),), constants=(("x", "y"),)), "x"),
        (Mapping((("a", "company.code"),), shape=RowShape.BY_KIND), "row.kind"),
        (Mapping((("zz", "company.code"),)), "zz"),
    ],
)
def test_a_faulty_mapping_names_the_column(mapping: Mapping, column: str) -> None:
    with pytest.raises(MappingInvalid) as caught:
        mapping.bind(["n", "a", "b"])
    assert caught.value.params["column"] == column


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", MappingUnreadable),
        ("[]", MappingUnreadable),
        ("{}", MappingUnreadable),
        ('{"columns": {"a": 1}}', MappingUnreadable),
        ('{"columns": {"a": "company.code"}, "row": []}', MappingUnreadable),
        ('{"columns": {"a": "company.code"}, "headers": "a"}', MappingUnreadable),
        ('{"crmdesk_mapping": 2, "columns": {}}', MappingUnreadable),
        ('{"columns": {"a": "company.code"}, "colums": {}}', MappingInvalid),
        ('{"columns": {"a": "company.code"}, "row": {"shape": "heap"}}', MappingInvalid),
        ('{"columns": {"a": "nothing"}}', MappingInvalid),
    ],
)
def test_json_that_is_no_mapping_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        Mapping.from_json(text)


def test_the_shortest_json_is_enough() -> None:
    assert Mapping.from_json('\ufeff{"columns": {"名称": "company.legal_name"}}') == Mapping((("名称", "company.legal_name"),))


def test_the_json_form_is_stable() -> None:
    assert json.loads(REGISTER.to_json()) == {
        "crmdesk_mapping": 1,
        "name": "",
        "columns": {"名称": "company.legal_name", "类型": "row.kind", "备注": "site.note", "说明": "site.note"},
        "constants": {"site.country": "CN"},
        "row": {"shape": "by_kind", "roles": {"总公司": "company", "Branch": "branch"}, "default_role": "site"},
        "path_separator": "/",
        "date_order": "ymd",
        "empties": [],
        "headers": [],
        "requires": [],
    }


TEXT = st.text(max_size=10)


@st.composite
def mappings(draw: st.DrawFn) -> Mapping:
    subject = draw(st.sampled_from(Subject))
    fields = sorted(key for key, field in FIELDS.items() if field.subject is subject)
    keys = draw(st.lists(st.sampled_from(fields), unique=True, max_size=8))
    naming = "company.code" if subject is Subject.ACCOUNTS else "lead.person"
    if naming not in keys:
        keys.append(naming)
    columns = draw(st.lists(TEXT, unique=True, min_size=len(keys), max_size=len(keys)))
    kinds: dict[str, Any] = draw(st.dictionaries(TEXT, st.sampled_from(RowRole), max_size=4))
    shapes = [shape for shape in RowShape if shape is not RowShape.BY_KIND or "row.kind" in keys]
    shapes = [shape for shape in shapes if (shape is RowShape.LEAD) == (subject is Subject.LEADS)]
    return Mapping(
        columns=tuple(zip(columns, keys, strict=True)),
        constants=tuple(draw(st.dictionaries(st.sampled_from(fields), TEXT, max_size=3)).items()),
        shape=draw(st.sampled_from(shapes)),
        roles=tuple(kinds.items()),
        default_role=draw(st.sampled_from(RowRole)),
        path_separator=draw(TEXT),
        date_order=draw(st.sampled_from(DateOrder)),
        empties=tuple(draw(st.lists(TEXT, max_size=3))),
        name=draw(TEXT),
        headers=tuple(draw(st.lists(TEXT, max_size=4))),
        requires=tuple(draw(st.lists(TEXT, max_size=2))),
    )


@given(mappings())
def test_every_mapping_survives_its_json(mapping: Mapping) -> None:
    assert Mapping.from_json(mapping.to_json()) == mapping


@given(mappings(), st.data())
def test_a_bound_mapping_reads_any_row_of_its_columns(mapping: Mapping, data: st.DataObject) -> None:
    headers = [column for column, _key in mapping.columns]
    values = mapping.bind(headers).values(data.draw(st.lists(TEXT, min_size=len(headers), max_size=len(headers))))
    assert set(values) <= {key for _column, key in (*mapping.columns, *((k, k) for k, _text in mapping.constants))}


def test_a_header_line_is_known_again_in_any_order_and_case() -> None:
    assert header_signature(["Name", "Phone No."]) == header_signature(["phone_no", "NAME"]) != header_signature(["Name"])
    assert header_signature(["Column 1", "Column 2"]) == header_signature([]) == ""
