import io
import math
import random
import warnings

import pytest
import torch
from torch import nn

from torchbyexample.early_stopping import EarlyStopping


def scores_of(seed):
    """A noisy curve that falls, flattens and rises, with repeats."""
    pick = random.Random(seed)
    curve = [abs(step - 12) / 10 + pick.uniform(0, 0.6) for step in range(40)]
    return [round(score, pick.choice([1, 2, 6])) for score in curve]


def lightnings(patience, mode, min_delta):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        callbacks = pytest.importorskip("lightning.pytorch.callbacks")
    return callbacks.EarlyStopping("score", patience=patience, mode=mode, min_delta=min_delta)


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize("patience", [1, 2, 5])
@pytest.mark.parametrize("min_delta", [0.0, 0.1])
def test_every_decision_is_that_of_lightning(mode, patience, min_delta):
    model = nn.Linear(1, 1)
    decisions = set()
    for seed in range(50):
        ours = EarlyStopping(patience, mode, min_delta)
        theirs = lightnings(patience, mode, min_delta)
        for score in scores_of(seed):
            stop, _ = theirs._evaluate_stopping_criteria(torch.tensor(score, dtype=torch.float64))
            assert ours.step(score, model) == stop
            assert (ours.best_score, ours.wait) == (theirs.best_score.item(), theirs.wait_count)
            decisions.add(stop)
    assert decisions == {True, False}


@pytest.mark.parametrize("mode", ["min", "max"])
@pytest.mark.parametrize("score", [math.nan, math.inf, -math.inf])
def test_a_score_that_is_not_finite_stops_at_once_and_is_never_the_best(mode, score):
    model = nn.Linear(1, 1)
    ours, theirs = EarlyStopping(5, mode), lightnings(5, mode, 0.0)
    for value in (0.5, score):
        stop, _ = theirs._evaluate_stopping_criteria(torch.tensor(value))
        assert ours.step(value, model) == stop
    assert (ours.best_score, ours.best_check, ours.checks) == (0.5, 0, 2)


def test_the_best_weights_are_a_copy():
    model = nn.BatchNorm1d(2)
    stopper = EarlyStopping()
    stopper.step(0.5, model)
    with torch.no_grad():
        model.weight += 1
        model.running_mean += 1
        model.num_batches_tracked += 1
    stopper.step(0.6, model)
    assert stopper.best_state["weight"].tolist() == [1, 1]
    assert stopper.best_state["running_mean"].tolist() == [0, 0]
    assert stopper.best_state["num_batches_tracked"].item() == 0


def test_the_best_weights_are_those_of_the_best_check():
    model = nn.Linear(1, 1, bias=False)
    stopper = EarlyStopping(patience=10)
    scores = scores_of(0)
    for number, score in enumerate(scores):
        nn.init.constant_(model.weight, number)
        stopper.step(score, model)
        if stopper.wait >= 10:
            break
    assert stopper.best_state["weight"].item() == stopper.best_check == scores.index(stopper.best_score)


def test_the_first_of_equal_scores_is_kept():
    stopper = EarlyStopping(patience=3)
    assert [stopper.step(0.5, nn.Linear(1, 1)) for _ in range(4)] == [False, False, False, True]
    assert (stopper.best_check, stopper.wait) == (0, 3)


def test_progress_must_be_larger_than_min_delta():
    stopper = EarlyStopping(patience=10, min_delta=0.25)
    model = nn.Linear(1, 1)
    for score in (1.0, 0.75, 0.7):
        stopper.step(score, model)
    assert (stopper.best_check, stopper.best_score) == (2, 0.7)


def test_a_tensor_with_one_element_is_a_score():
    stopper = EarlyStopping()
    stopper.step(torch.tensor([0.5], requires_grad=True), nn.Linear(1, 1))
    assert stopper.best_score == 0.5
    assert isinstance(stopper.best_score, float)


@pytest.mark.parametrize("cut", [0, 1, 5, 14, 20])
def test_a_run_that_was_interrupted_decides_as_one_that_was_not(cut):
    scores = scores_of(3)
    model = nn.Linear(1, 1, bias=False)

    def run(stopper, start, stop):
        decisions = []
        for number in range(start, stop):
            nn.init.constant_(model.weight, number)
            decisions.append(stopper.step(scores[number], model))
        return decisions

    whole = EarlyStopping(patience=4)
    expected = run(whole, 0, len(scores))

    before, after = EarlyStopping(patience=4), EarlyStopping(patience=4)
    decisions = run(before, 0, cut)
    file = io.BytesIO()
    torch.save(before.state_dict(), file)
    file.seek(0)
    after.load_state_dict(torch.load(file))
    decisions += run(after, cut, len(scores))
    assert decisions == expected
    assert after.state_dict() == whole.state_dict()


def test_a_loaded_state_is_a_copy():
    first, second = EarlyStopping(), EarlyStopping()
    first.step(0.5, nn.Linear(1, 1))
    second.load_state_dict(first.state_dict())
    second.best_state["weight"].fill_(7)
    assert first.best_state["weight"].item() != 7


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"patience": 0}, "patience is 0, expected 1 or more"),
        ({"mode": "lower"}, 'mode is \'lower\', expected "min" or "max"'),
        ({"min_delta": -0.1}, "min_delta is -0.1, expected 0 or more"),
    ],
)
def test_a_setting_that_makes_no_sense_is_refused(settings, message):
    with pytest.raises(ValueError, match=message):
        EarlyStopping(**settings)


@pytest.mark.parametrize("state", [{}, {"best_score": 0.5}, {**EarlyStopping().state_dict(), "patience": 3}])
def test_a_state_of_something_else_is_refused(state):
    with pytest.raises(ValueError, match="the state has"):
        EarlyStopping().load_state_dict(state)
