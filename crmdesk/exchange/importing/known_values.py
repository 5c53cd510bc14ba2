"""Values of lists that a file names in words: terms of the classifications, users, countries, kinds of company."""

from typing import Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import CompanyKind, Taxonomy
from crmdesk.models.address_formats import country_code
from crmdesk.models.chinese import match_key

_TAXONOMIES: Final = {
    "industry": Taxonomy.INDUSTRY,
    "source": Taxonomy.SOURCE,
    "customer_kind": Taxonomy.CUSTOMER_KIND,
    "grade": Taxonomy.GRADE,
    "place_kind": Taxonomy.PLACE_KIND,
    "reason": Taxonomy.DISQUALIFY_REASON,
}
_BY_ID: Final = frozenset({Taxonomy.INDUSTRY, Taxonomy.SOURCE, Taxonomy.DISQUALIFY_REASON})
_KIND_WORDS: Final = {
    "group": CompanyKind.GROUP,
    "集团": CompanyKind.GROUP,
    "集團": CompanyKind.GROUP,
    "branch": CompanyKind.BRANCH,
    "分公司": CompanyKind.BRANCH,
}


class KnownValues:
    """Looks words up once and remembers them; reads users when it is made, terms when the first is asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._terms: dict[tuple[Taxonomy, str], str] | None = None
        self._users: dict[str, str] = {}
        for user_id, name, login in connection.exec_driver_sql("SELECT id, name, login FROM app_user WHERE deleted_at IS NULL"):
            for word in (name, login):
                if word:
                    self._users[match_key(word)] = user_id
        self._cache: dict[tuple[str, str], str | None] = {}

    def term(self, field: str, text: str, separator: str) -> str | None:
        """Return the stored value of a term named by code, name or path of names (the last level counts)."""
        key = (field, text)
        if key not in self._cache:
            taxonomy = _TAXONOMIES[field]
            parts = [part for part in text.split(separator) if part.strip()] if separator else [text]
            words = [match_key(text), match_key(parts[-1]) if parts else ""]
            if len(self._cache) > 20_000:
                self._cache.clear()
            terms = self._all_terms()
            self._cache[key] = next((terms[taxonomy, word] for word in words if (taxonomy, word) in terms), None)
        return self._cache[key]

    def _all_terms(self) -> dict[tuple[Taxonomy, str], str]:
        """Return the stored value of every term by each of its words; folding thousands of them is left to files that name any."""
        if self._terms is None:
            self._terms = {}
            rows = self._connection.exec_driver_sql(
                "SELECT taxonomy, id, code, name, name_zh_tw, name_en, parent_id FROM term WHERE deleted_at IS NULL ORDER BY position DESC"
            ).all()
            for taxonomy_name, term_id, code, *names, _parent in rows:
                taxonomy = Taxonomy(taxonomy_name)
                value = term_id if taxonomy in _BY_ID else code
                for word in (*names, code):
                    if word:
                        self._terms[taxonomy, match_key(word)] = value
        return self._terms

    def user(self, text: str) -> str | None:
        """Return the id of a user named by name or login."""
        return self._users.get(match_key(text))

    def country(self, text: str) -> str | None:
        """Return the ISO 3166 code of a country named by code or name in three languages."""
        key = ("country", text)
        if key not in self._cache:
            self._cache[key] = country_code(text)
        return self._cache[key]

    def company_kind(self, text: str) -> str | None:
        """Return the kind of company a word means."""
        return next((kind.value for word, kind in _KIND_WORDS.items() if word in text.lower()), None)
