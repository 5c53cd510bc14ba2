"""The address of a centre: read, written, kept, and refused where it would not be safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crmdesk.sync.central.errors import CentreAddressWrong, SecretInAddress
from crmdesk.sync.central.settings import CentreSettings, Host, LoginBy


@pytest.mark.parametrize(
    ("url", "settings"),
    [
        ("postgresql://li@centre.example/crm", CentreSettings((Host("centre.example"),), "crm", "li")),
        ("postgres://li@a:5433,b,c:5555", CentreSettings((Host("a", 5433), Host("b"), Host("c", 5555)), "crmdesk", "li")),
        ("postgresql://li@[2001:db8::7]:6000/crm", CentreSettings((Host("2001:db8::7", 6000),), "crm", "li")),
        ("postgresql://%E6%9D%8E%40x@a/%E5%AE%A2", CentreSettings((Host("a"),), "客", "李@x")),
        ("postgresql://li@a/crm?sslrootcert=/etc/ca.pem", CentreSettings((Host("a"),), "crm", "li", ca_file="/etc/ca.pem")),
        ("postgresql://li@a/crm?sslmode=verify-full&sslrootcert=system", CentreSettings((Host("a"),), "crm", "li")),
        (
            "postgresql://li@a/crm?sslcert=/home/li/li.crt",
            CentreSettings((Host("a"),), "crm", "li", LoginBy.CERTIFICATE, certificate="/home/li/li.crt"),
        ),
    ],
    ids=["plain", "hosts", "ipv6", "quoted", "company-ca", "system-ca", "certificate"],
)
def test_an_address_is_read_and_written_back(url: str, settings: CentreSettings) -> None:
    assert CentreSettings.from_url(url) == settings
    assert CentreSettings.from_url(settings.to_url()) == settings
    assert CentreSettings.from_json(settings.to_json()) == settings


def test_a_socket_is_for_one_computer_only() -> None:
    settings = CentreSettings.from_url("postgresql://li@/crm?host=/tmp/x,/tmp/y&port=5433&require_auth=none", insecure_local=True)
    assert settings.hosts == (Host("/tmp/x", 5433), Host("/tmp/y", 5433))
    assert settings.login is LoginBy.SOCKET
    assert CentreSettings.from_url(settings.to_url(), insecure_local=True) == settings
    assert CentreSettings.from_json(settings.to_json()) == settings


def test_the_person_may_be_named_beside_the_address() -> None:
    assert CentreSettings.from_url("postgresql://a/crm", user="li").user == "li"
    assert CentreSettings.from_url("postgresql://a/crm?user=wang").user == "wang"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://li:Tr0ub4dor@a/crm",
        "postgresql://li:@a/crm",
        "postgresql://li@a/crm?password=Tr0ub4dor",
        "postgresql://li@a/crm?sslpassword=Tr0ub4dor",
    ],
)
def test_a_password_in_an_address_is_refused_and_never_repeated(url: str) -> None:
    with pytest.raises(SecretInAddress) as caught:
        CentreSettings.from_url(url)
    assert "Tr0ub4dor" not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    ("url", "insecure_local"),
    [
        ("mysql://li@a/crm", False),
        ("centre.example", False),
        ("postgresql://a/crm", False),
        ("postgresql://li@/crm", False),
        ("postgresql://li@a:port/crm", False),
        ("postgresql://li@a:70000/crm", False),
        ("postgresql://li@a/crm?sslmode=disable", False),
        ("postgresql://li@a/crm?sslmode=require", False),
        ("postgresql://li@a/crm?sslmode=prefer", True),
        ("postgresql://li@a/crm?target_session_attrs=any", False),
        ("postgresql://li@a/crm?options=-csearch_path%3Dx", False),
        ("postgresql://li@a/crm?require_auth=none", False),
        ("postgresql://li@127.0.0.1/crm?require_auth=none", True),
        ("postgresql://li@/crm?host=/tmp", False),
        ("postgresql://li@/crm?host=/tmp,/var&port=1,2,3", True),
        ("postgresql://li@centre.example/crm", True),
        ("postgresql://li@127.0.0.1,centre.example/crm", True),
    ],
)
def test_what_is_no_address_or_not_safe_is_refused(url: str, insecure_local: bool) -> None:
    with pytest.raises(CentreAddressWrong):
        CentreSettings.from_url(url, insecure_local=insecure_local)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "::1", "127.8.9.10"])
def test_a_computers_own_database_may_do_without_tls(name: str) -> None:
    assert CentreSettings((Host(name),), "crm", "li", insecure_local=True).insecure_local


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"hosts": [["a"]]}', '{"hosts": [["a", 1]], "database": "x", "user": "u", "login": "?"}']
)
def test_what_the_store_cannot_tell_any_more_is_told(kept: str) -> None:
    with pytest.raises(CentreAddressWrong):
        CentreSettings.from_json(kept)


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
hosts = st.lists(
    st.builds(Host, st.from_regex(r"[a-z][a-z0-9.-]{0,20}", fullmatch=True), st.integers(1, 65_535)), min_size=1, max_size=3
)


@given(hosts, words, words, st.none() | words.filter(lambda word: word != "system"))
def test_every_address_survives_its_url_and_json(machines: list[Host], database: str, user: str, ca_file: str | None) -> None:
    settings = CentreSettings(tuple(machines), database, user, ca_file=ca_file)
    assert CentreSettings.from_url(settings.to_url()) == settings
    assert CentreSettings.from_json(settings.to_json()) == settings
