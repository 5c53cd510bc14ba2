"""The lead score: how well it tells converted leads from lost ones on a third that was held back, and what learning costs.

Data: `../shared/data/crm/xeducation_leads/Leads.csv`. The floor of an area is scikit-learn's plain logistic regression on the same
split (one-hot names, standardised numbers, its default penalty); where scikit-learn is not installed the row has no floor. It is no
dependency of crmdesk, not even for tests: `python -m uv pip install --target build/sklearn scikit-learn` and
`PYTHONPATH=build/sklearn python -m benchmarks lead_score` measure with it. Which columns are left out as leaks, and why:
docs/lead-score.md.
"""

import csv
import importlib.util
import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.dataset import KEY
from benchmarks.made_up_leads import leads_store
from benchmarks.measure import ROOT, Reach, Result, milliseconds
from crmdesk.core.clock import utc_now
from crmdesk.models.lead_scoring import ScoreModel
from crmdesk.models.lead_training import MOST as MOST_OUTCOMES
from crmdesk.models.lead_training import Outcome, TraitKinds, area_under_curve, train
from crmdesk.services.lead_score import LeadScoreService, ScoreWork
from crmdesk.storage.store import Store

MOST: Final = 200_000
SEED: Final = 2026
_LEADS: Final = ROOT.parent / "shared" / "data" / "crm" / "xeducation_leads" / "Leads.csv"
_OUTCOME: Final = "Converted"
_EMPTY: Final = frozenset({"", "Select"})
"""*Select* is what the form shows while nothing is chosen."""

_NUMBERS: Final = ("TotalVisits", "Total Time Spent on Website", "Page Views Per Visit")
_FIELDS: Final = ("Lead Origin", "Lead Source", "Country", "City", "Specialization")
"""What crmdesk's own leads have: origin, source, place, industry."""
_FORM: Final = (
    *("Do Not Email", "Do Not Call", "How did you hear about X Education", "Search", "Magazine", "Newspaper Article"),
    *("X Education Forums", "Newspaper", "Digital Advertisement", "Through Recommendations"),
    *("Receive More Updates About Our Courses", "Update me on Supply Chain Content", "Get updates on DM Content"),
    *("I agree to pay the amount through cheque", "A free copy of Mastering The Interview"),
)
"""What else the visitor himself said on the form."""
_ASKED_LATER: Final = ("What is your current occupation", "What matters most to you in choosing a course")
"""Left out: blank together with *Lead Profile*, which staff fill in, so being filled tells that somebody got through."""
_LEAKS: Final = (
    *("Tags", "Lead Quality", "Lead Profile", "Last Activity", "Last Notable Activity"),
    *("Asymmetrique Activity Index", "Asymmetrique Profile Index", "Asymmetrique Activity Score", "Asymmetrique Profile Score"),
)
_SETS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("fields of a lead", _FIELDS),
    ("and the form", (*_FIELDS, *_FORM)),
    ("and what was asked later (not used)", (*_FIELDS, *_FORM, *_ASKED_LATER)),
    ("and the leaks (not used)", (*_FIELDS, *_FORM, *_ASKED_LATER, *_LEAKS)),
)
_FEW: Final = (100, 300, 1_000)
_DRAWS: Final = 10

Row = Mapping[str, str]


def run(sizes: Sequence[int]) -> Iterator[Result]:
    """Yield the areas, and the cost of learning and scoring at each size up to `MOST`."""
    if _LEADS.exists():
        yield from _areas()
    for count in dict.fromkeys(min(size, MOST) for size in sizes):
        yield from _cost(count)


def _areas() -> Iterator[Result]:
    with _LEADS.open(encoding="utf-8-sig", newline="") as stream:
        leads = list(csv.DictReader(stream))
    random.Random(SEED).shuffle(leads)
    held_back, known = leads[: len(leads) // 3], leads[len(leads) // 3 :]
    note = "" if importlib.util.find_spec("sklearn") else "scikit-learn is not installed"
    for what, named in _SETS:
        model = train(_outcomes(known, named), TraitKinds(named, _NUMBERS))
        ours = _area(model, _outcomes(held_back, named))
        floor = None if note else _sklearn(known, held_back, named)
        target = 0.99 if floor is not None and "not used" not in what else None
        said = f"{note or f'{floor:.4f}'} → {ours:.4f}; five folds of what was learnt from: {model.area:.4f}"
        yield Result("lead score", what, len(known), floor, ours, "area", Reach.RATIO_AT_LEAST, target, said)
    for count in _FEW:
        draws = [random.Random(draw).sample(known, count) for draw in range(_DRAWS)]
        areas = [
            _area(train(_outcomes(draw, _FIELDS), TraitKinds(_FIELDS, _NUMBERS)), _outcomes(held_back, _FIELDS)) for draw in draws
        ]
        said = f"{_DRAWS} draws: {min(areas):.3f} … {max(areas):.3f}"
        yield Result("lead score", f"learnt from {count:,} outcomes", count, None, sum(areas) / len(areas), "area", note=said)


def _outcomes(leads: Sequence[Row], named: Sequence[str]) -> list[Outcome]:
    return [
        Outcome(
            {key: (lead[key].strip(),) if lead[key].strip() not in _EMPTY else () for key in named}
            | {key: float(lead[key]) if lead[key].strip() not in _EMPTY else None for key in _NUMBERS},
            lead[_OUTCOME] == "1",
        )
        for lead in leads
    ]


def _area(model: ScoreModel, leads: Sequence[Outcome]) -> float:
    truth = np.array([float(lead.is_converted) for lead in leads])
    return area_under_curve(truth, np.array([model.probability(lead.traits) for lead in leads]))


def _sklearn(known: Sequence[Row], held_back: Sequence[Row], named: Sequence[str]) -> float:
    from sklearn.compose import make_column_transformer
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    def columns(leads: Sequence[Row]) -> np.ndarray:
        return np.array(
            [
                ["" if lead[key].strip() in _EMPTY else lead[key].strip() for key in named]
                + [np.nan if lead[key].strip() in _EMPTY else float(lead[key]) for key in _NUMBERS]
                for lead in leads
            ],
            dtype=object,
        )

    names, numbers = list(range(len(named))), list(range(len(named), len(named) + len(_NUMBERS)))
    model = make_pipeline(
        make_column_transformer(
            (OneHotEncoder(handle_unknown="ignore"), names),
            (make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers),
        ),
        LogisticRegression(max_iter=2_000),
    )
    model.fit(columns(known), [lead[_OUTCOME] == "1" for lead in known])
    chance = model.predict_proba(columns(held_back))[:, 1]
    return float(roc_auc_score([lead[_OUTCOME] == "1" for lead in held_back], chance))


def _cost(count: int) -> Iterator[Result]:
    """Learn and score in a copy of the store of many leads, four in ten of which have their outcome."""
    with leads_store(count) as made:
        source = made.path
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        path = Path(folder) / "score.crmdesk"
        shutil.copyfile(source, path)
        with Store.open(path, KEY) as store:
            with store.unit_of_work() as uow, uow.unlogged() as connection:
                connection.exec_driver_sql(
                    """UPDATE lead SET status=CASE WHEN (n*7919)%101<(CASE origin WHEN 'API' THEN 60 ELSE 30 END) THEN 'converted'
                         ELSE 'disqualified' END, converted_at='2026-11-01T00:00:00.000Z' WHERE n%10<4"""
                )
                uow.commit()
            score, now = LeadScoreService(store), utc_now()
            work: list[ScoreWork] = []
            taken = milliseconds(lambda: work.extend(score.prepare(now)))
            note = f"from {min(MOST_OUTCOMES, count * 4 // 10):,} outcomes; {sum(len(block.scores) for block in work):,} scores"
            yield Result("lead score", "learn and score all, read lane", count, None, taken, note=note)
            blocks = [milliseconds(lambda: score.write(block)) for block in work]  # noqa: B023 - called at once
            yield Result(
                "lead score", "write all, writing lane", count, None, sum(blocks), note=f"longest block {max(blocks):.0f} ms"
            )
            yield Result("lead score", "nothing changed", count, None, milliseconds(lambda: score.prepare(now)))
            with store.unit_of_work() as uow:
                uow.connection.exec_driver_sql(
                    "UPDATE lead SET campaign='x' WHERE n IN (SELECT n FROM lead WHERE status='new' LIMIT 1)"
                )
                uow.commit()
            yield Result("lead score", "one lead changed", count, None, milliseconds(lambda: score.run(now)))
            lead = _working_lead(store)
            yield Result("lead score", "score of one with its reasons", count, None, milliseconds(lambda: score.of(lead)))


def _working_lead(store: Store) -> str:
    """Return the id of some open lead."""
    with store.read() as connection:
        return str(connection.exec_driver_sql("SELECT id FROM lead WHERE status='working' LIMIT 1").scalar_one())
