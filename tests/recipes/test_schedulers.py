import random

import pytest
import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, LambdaLR, LinearLR, LRScheduler, ReduceLROnPlateau, SequentialLR, StepLR

from torchbyexample.schedulers import Plateau, cosine, step_decay, warmup_cosine

LR = 0.3


def optimizer_at(lr=LR):
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)


def rates(make, steps) -> list[float]:
    optimizer = optimizer_at()
    scheduler: LRScheduler = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


@pytest.mark.parametrize("step_size", [1, 2, 7])
@pytest.mark.parametrize("gamma", [0.1, 0.5, 1.0])
def test_step_decay_gives_the_rates_of_step_lr(step_size, gamma):
    theirs = rates(lambda optimizer: StepLR(optimizer, step_size, gamma), 20)
    assert [LR * step_decay(step, step_size, gamma) for step in range(20)] == pytest.approx(theirs, rel=1e-9)


@pytest.mark.parametrize("total", [1, 2, 9, 100])
@pytest.mark.parametrize("floor", [0.0, 0.05, 1.0])
def test_cosine_gives_the_rates_of_cosine_annealing_up_to_its_end(total, floor):
    theirs = rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max=total, eta_min=floor * LR), total + 1)
    assert [LR * cosine(step, total, floor) for step in range(total + 1)] == pytest.approx(theirs, rel=1e-9, abs=1e-12)


def test_cosine_stays_at_the_floor_where_torchs_climbs_again():
    theirs = rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max=4), 9)
    assert theirs[8] == pytest.approx(LR)
    assert [cosine(step, 4, 0.25) for step in (4, 5, 8, 1000)] == [0.25] * 4


@pytest.mark.parametrize(("warmup", "total"), [(1, 2), (1, 10), (5, 20), (9, 10)])
@pytest.mark.parametrize("start", [0.01, 1 / 3, 1.0])
def test_warmup_cosine_gives_the_rates_of_linear_then_cosine(warmup, total, start):
    def make(optimizer):
        rise = LinearLR(optimizer, start_factor=start, total_iters=warmup)
        fall = CosineAnnealingLR(optimizer, T_max=total - warmup, eta_min=0.1 * LR)
        return SequentialLR(optimizer, [rise, fall], milestones=[warmup])

    ours = [LR * warmup_cosine(step, warmup, total, start, floor=0.1) for step in range(total + 1)]
    assert ours == pytest.approx(rates(make, total + 1), rel=1e-9)


def test_lambda_lr_takes_the_functions_as_they_are():
    ours = rates(lambda optimizer: LambdaLR(optimizer, lambda step: cosine(step, total_steps=10)), 11)
    assert ours == pytest.approx(rates(lambda optimizer: CosineAnnealingLR(optimizer, T_max=10), 11), rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("mode", ["min", "max"])
def test_plateau_gives_the_rates_of_reduce_lr_on_plateau(seed, mode):
    chance = random.Random(seed)
    patience, threshold = chance.randrange(4), chance.choice([0.0, 1e-4, 0.1])
    optimizer = optimizer_at()
    theirs = ReduceLROnPlateau(optimizer, mode=mode, factor=0.5, patience=patience, threshold=threshold)
    ours = Plateau(patience, 0.5, threshold, mode)
    for _ in range(40):
        value = round(chance.uniform(0, 1), 1)  # ties on purpose
        theirs.step(value)
        assert LR * ours.update(value) == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-6, abs=1e-7)


def test_plateau_counts_nan_as_no_progress():
    optimizer = optimizer_at()
    theirs, ours = ReduceLROnPlateau(optimizer, factor=0.5, patience=1), Plateau(patience=1, factor=0.5)
    for value in (1.0, float("nan"), float("nan"), 0.5):
        theirs.step(value)
        scale = ours.update(value)
    assert scale == 0.5
    assert optimizer.param_groups[0]["lr"] == pytest.approx(LR * scale)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: step_decay(0, step_size=0), "step_size is 0, expected 1 or more"),
        (lambda: cosine(0, total_steps=0), "total_steps is 0, expected 1 or more"),
        (lambda: cosine(0, total_steps=5, floor=2), "floor is 2, expected a number from 0 to 1"),
        (lambda: warmup_cosine(0, 5, 5), "warmup_steps is 5, expected 1 to 4"),
        (lambda: warmup_cosine(0, 0, 5), "warmup_steps is 0, expected 1 to 4"),
        (lambda: warmup_cosine(0, 1, 5, start=-1), "start is -1, expected a number from 0 to 1"),
        (lambda: Plateau(patience=-1), "patience is -1, expected 0 or more"),
        (lambda: Plateau(factor=1.0), "factor is 1.0, expected a number from 0 to below 1"),
        (lambda: Plateau(mode="best"), """mode is 'best', expected "min" or "max\""""),
    ],
)
def test_a_wrong_argument_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()
