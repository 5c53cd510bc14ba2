"""Whether two records are one: the evidence of names, codes, phones and premises, added up and turned into a score."""

import math
from dataclasses import dataclass
from typing import Final

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.matching.branches import LOOSE_BRANCH
from crmdesk.models.matching.candidate import Candidate, Prepared, prepared
from crmdesk.models.matching.core_likeness import ALIKE, SAME_CORE
from crmdesk.models.matching.name_likeness import EQUAL, compare_names
from crmdesk.models.matching.parts import NameParts
from crmdesk.models.matching.premises_likeness import PremisesRelation, compare_whereabouts
from crmdesk.models.matching.reasons import Reason
from crmdesk.models.matching.word_lists import Form

DEFAULT_THRESHOLD: Final = 0.5
"""The score from which two records are called the same; how it was chosen: `docs/duplicates.md`."""

_PRIOR: Final = -2.0
"""Two records that share nothing but being looked at together."""
_SAME_CODE: Final = 9.0
_SAME_BODY: Final = 5.0
_OTHER_CODE: Final = -12.0
_UNSURE_CODE: Final = -1.5
_SHARED_PHONE: Final = 2.2
_OTHER_PHONES: Final = -0.3
_SAME_PREMISES: Final = 1.3
_SHARED_OFFICE: Final = 0.1
_OTHER_PREMISES: Final = -0.5
_OTHER_PREMISES_AND_NAME: Final = -1.5
_OTHER_PREMISES_AND_FORM: Final = -2.6
_SITE_PREMISES: Final = 3.5
_SITE_NEAR: Final = 2.0
_SITE_OTHER: Final = -7.0
_SITE_PHONE: Final = 2.5
_LEAST_AT_PREMISES: Final = -3.0
_OWN_PREMISES: Final = 6.0
_MOST_OF_SHORT: Final = 4.2
_MOST_OF_ENGLISH: Final = 3.4
_STRONG: Final = -3.3
_OTHER_NUMBER: Final = -5.0
_UNDECIDED: Final = -0.2
_NEVER: Final = -4.0

_IDENTICAL: Final = QT_TRANSLATE_NOOP("matching", "All that is known of them is the same.")
_CODE_SAME: Final = QT_TRANSLATE_NOOP("matching", "The credit codes are the same: {code}.")
_CODE_BODY: Final = QT_TRANSLATE_NOOP("matching", "The credit codes name the same body: {left}, {right}.")
_CODE_OTHER: Final = QT_TRANSLATE_NOOP("matching", "Both credit codes are valid and differ: {left}, {right}.")
_CODE_UNSURE: Final = QT_TRANSLATE_NOOP("matching", "The credit codes differ, but not both are valid: {left}, {right}.")
_PHONE_SHARED: Final = QT_TRANSLATE_NOOP("matching", "They share the phone number {phone}.")
_PHONE_OTHER: Final = QT_TRANSLATE_NOOP("matching", "The phone numbers differ.")
_PREMISES_SAME: Final = QT_TRANSLATE_NOOP("matching", "The addresses are the same premises.")
_PREMISES_NEAR: Final = QT_TRANSLATE_NOOP("matching", "The addresses are written almost alike.")
_PREMISES_OTHER: Final = QT_TRANSLATE_NOOP("matching", "The addresses are different premises.")
_ANOTHER_SITE: Final = QT_TRANSLATE_NOOP(
    "matching", "Two sites of one company at different premises: another site, not a duplicate."
)
_UNKNOWN_PREMISES: Final = QT_TRANSLATE_NOOP(
    "matching", "Two sites of one company; whether the premises are the same is not known."
)
_KINDS: Final = QT_TRANSLATE_NOOP("matching", "One is a company, the other a site.")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a comparison found.

    Attributes:
        score: how likely both are one record, 0 … 1.
        same: the score reaches the threshold and nothing forbids it.
        reasons: what speaks for and against it, the weightiest first.
        another_site: two sites of one company (or of names alike) at different premises; never `same`.
    """

    score: float
    same: bool
    reasons: tuple[Reason, ...]
    another_site: bool = False


def compare_records(left: Candidate, right: Candidate, threshold: float = DEFAULT_THRESHOLD) -> Likeness:
    """Compare two records. Symmetric; never raises."""
    return compare_prepared(prepared(left), prepared(right), threshold)


def compare_prepared(left: Prepared, right: Prepared, threshold: float = DEFAULT_THRESHOLD) -> Likeness:
    """Compare two prepared records; what is used where one is compared with many."""
    if (
        left.name.key == right.name.key
        and left.candidate == right.candidate
        and (left.name.key or left.code or left.phones or left.where.line)
    ):
        return _likeness(_PRIOR + EQUAL, [Reason(_IDENTICAL, {}, EQUAL)], min(threshold, DEFAULT_THRESHOLD))
    is_site = left.candidate.kind is RecordKind.SITE
    is_mixed = left.candidate.kind is not right.candidate.kind
    if is_site and not is_mixed:
        return _compare_sites(left, right, threshold)
    likeness = _compare_companies(left, right, threshold)
    if is_mixed:
        return Likeness(likeness.score, same=False, reasons=(*likeness.reasons, Reason(_KINDS, {}, 0.0, "company")))
    return likeness


def _compare_companies(left: Prepared, right: Prepared, threshold: float) -> Likeness:
    weight, reasons = _names(left, right)
    reasons = [*reasons, *_codes(left, right), *_phones(left, right, _SHARED_PHONE)]
    if (code := reasons_about(reasons, "credit_code")) and code[0].weight < _OTHER_CODE + 1:
        return _likeness(_PRIOR + sum([reason.weight for reason in reasons]), reasons, threshold)
    premises = _premises(left, right)
    # parent and subsidiary share an office: an address does not outweigh names that contradict each other
    together = _SHARED_OFFICE if _contradict(reasons) else _SAME_PREMISES
    if premises is PremisesRelation.SAME:
        reasons.append(Reason(_PREMISES_SAME, {}, together, "address"))
    elif premises is PremisesRelation.NEAR:
        reasons.append(Reason(_PREMISES_NEAR, {}, together / 2, "address"))
    elif premises is PremisesRelation.OTHER and weight < EQUAL:
        # entities that share a name but not the form are mostly two: parent and subsidiary, before and after a reform
        is_other_form = left.name.form is not right.name.form or left.name.is_group != right.name.is_group
        is_short = Form.NONE in {left.name.form, right.name.form}
        if (is_other_form and not is_short) or any(reason.template == LOOSE_BRANCH for reason in reasons):
            against = _OTHER_PREMISES_AND_FORM
        else:
            against = _OTHER_PREMISES if weight >= SAME_CORE else _OTHER_PREMISES_AND_NAME
        reasons.append(Reason(_PREMISES_OTHER, {}, against, "address"))
    return _likeness(_PRIOR + sum([reason.weight for reason in reasons]), reasons, threshold)


def _compare_sites(left: Prepared, right: Prepared, threshold: float) -> Likeness:
    premises = _premises(left, right)
    weight, reasons = _names(left, right)
    if premises is PremisesRelation.SAME and weight < _LEAST_AT_PREMISES:
        # at one address another name, or a number in it, says less than elsewhere
        reasons = [Reason(r.template, r.params, r.weight * _LEAST_AT_PREMISES / weight, r.about) for r in reasons]
    reasons = [*reasons, *_phones(left, right, _SITE_PHONE)]
    company = left.candidate.company_id
    if company and company == right.candidate.company_id:
        return _compare_siblings(left, right, premises, reasons, threshold)
    reasons += [reason for reason in _codes(left, right) if reason.weight < 0]
    if premises is PremisesRelation.OTHER:
        is_alike = weight >= ALIKE
        reasons.append(Reason(_ANOTHER_SITE if is_alike else _PREMISES_OTHER, {}, _SITE_OTHER, "address"))
        found = _likeness(_PRIOR + sum([reason.weight for reason in reasons]), reasons, threshold)
        return Likeness(found.score, found.same and not is_alike, found.reasons, another_site=is_alike)
    if premises is PremisesRelation.SAME:
        reasons.append(Reason(_PREMISES_SAME, {}, _SITE_PREMISES, "address"))
    elif premises is PremisesRelation.NEAR:
        reasons.append(Reason(_PREMISES_NEAR, {}, _SITE_NEAR, "address"))
    return _likeness(_PRIOR + sum([reason.weight for reason in reasons]), reasons, threshold)


def _compare_siblings(
    left: Prepared, right: Prepared, premises: PremisesRelation, reasons: list[Reason], threshold: float
) -> Likeness:
    """Compare two sites of one company: the premises decide, whatever they are called (`facts.md` §1.2, §1.6)."""
    total = _PRIOR + sum([reason.weight for reason in reasons])
    if premises is PremisesRelation.SAME:
        reasons = [*reasons, Reason(_PREMISES_SAME, {}, _OWN_PREMISES, "address")]
        return _likeness(total + _OWN_PREMISES, reasons, threshold)
    if premises is PremisesRelation.UNKNOWN:
        if not left.where.line and not right.where.line and left.name.key == right.name.key:
            return _likeness(total, reasons, threshold)
        reasons = [*reasons, Reason(_UNKNOWN_PREMISES, {}, 0.0, "company")]
        return Likeness(_score(min(total, _UNDECIDED)), same=False, reasons=_sorted(reasons))
    reasons = [*reasons, Reason(_ANOTHER_SITE, {}, _SITE_OTHER, "address")]
    return Likeness(_score(min(total + _SITE_OTHER, _NEVER)), same=False, reasons=_sorted(reasons), another_site=True)


# -- evidence


def _premises(left: Prepared, right: Prepared) -> PremisesRelation:
    key = left.candidate.premises_key
    if key and key == right.candidate.premises_key:
        return PremisesRelation.SAME
    return compare_whereabouts(left.where, right.where)


def _names(left: Prepared, right: Prepared) -> tuple[float, list[Reason]]:
    """Return what the names say; a short or English name speaks where the legal names do not contradict."""
    weight, reasons = compare_names(left.name, right.name)
    if not (left.other_names or right.other_names) or weight >= ALIKE or _contradict(reasons):
        return weight, reasons
    for mine, other, is_short in _other_pairs(left, right):
        most = _MOST_OF_SHORT if is_short else _MOST_OF_ENGLISH
        found, found_reasons = compare_names(mine, other)
        if min(found, most) > weight:
            weight = min(found, most)
            reasons = [
                Reason(r.template, r.params, r.weight if found <= most else r.weight * most / found, r.about)
                for r in found_reasons
            ]
    return weight, reasons


def _other_pairs(left: Prepared, right: Prepared) -> list[tuple[NameParts, NameParts, bool]]:
    """Return the names that may be compared across.

    Subsidiaries share a short name, so it speaks only for a record whose own name is not a legal one.
    """
    pairs = []
    for one, other in ((left, right), (right, left)):
        if other.name.form is Form.NONE or other.name.is_latin:
            pairs += [(name, other.name, True) for name in one.other_names]
    pairs += [
        (mine, others, False) for mine in left.other_names for others in right.other_names if mine.is_latin and others.is_latin
    ]
    return pairs


def _codes(left: Prepared, right: Prepared) -> list[Reason]:
    if not left.code or not right.code:
        return []
    if left.code == right.code:
        is_sure = left.is_valid_code or left.candidate.country not in {"", "CN", "TW"}
        return [Reason(_CODE_SAME, {"code": left.code}, _SAME_CODE if is_sure else _SAME_CODE / 2, "credit_code")]
    shown = {"left": left.code, "right": right.code}
    if left.body and left.body == right.body:
        return [Reason(_CODE_BODY, shown, _SAME_BODY, "credit_code")]
    if left.is_valid_code and right.is_valid_code:
        return [Reason(_CODE_OTHER, shown, _OTHER_CODE, "credit_code")]
    return [Reason(_CODE_UNSURE, shown, _UNSURE_CODE, "credit_code")]


def _phones(left: Prepared, right: Prepared, weight: float) -> list[Reason]:
    if not left.phones or not right.phones:
        return []
    shared = left.phones & right.phones
    if shared:
        return [Reason(_PHONE_SHARED, {"phone": min(shared)}, weight, "phone")]
    return [Reason(_PHONE_OTHER, {}, _OTHER_PHONES, "phone")]


def _contradict(reasons: list[Reason]) -> bool:
    """Say whether names alike are told apart by place, form, branch or number."""
    return any(reason.weight <= _STRONG and (reason.about != "name" or reason.weight <= _OTHER_NUMBER) for reason in reasons)


def reasons_about(reasons: list[Reason], about: str) -> list[Reason]:
    """Return the reasons about one kind of evidence."""
    return [reason for reason in reasons if reason.about == about]


def _score(weight: float) -> float:
    return 1.0 / (1.0 + math.exp(-weight))


def _sorted(reasons: list[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda reason: -abs(reason.weight)))


def _likeness(weight: float, reasons: list[Reason], threshold: float) -> Likeness:
    if not reasons:
        return Likeness(0.0, same=False, reasons=())
    score = _score(weight)
    return Likeness(score, score >= threshold, _sorted(reasons))
