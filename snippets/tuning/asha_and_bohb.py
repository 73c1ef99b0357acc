# /// script
# requires-python = ">=3.11"
# dependencies = ["optuna>=4", "ray[tune]>=2.40", "numpy"]
#
# [tool.tbe]
# claims = ["tune.bohb-mostly-used"]
# timeout = 180
# ///
"""The same rule in Optuna and in Ray, decision by decision; what BOHB asks for."""

import math
from types import SimpleNamespace

import numpy as np
import optuna
from ray.tune.schedulers import ASHAScheduler

optuna.logging.set_verbosity(optuna.logging.WARNING)

# --8<-- [start:curves]
rungs = [1, 3, 9]  # 27 is the end
rng = np.random.default_rng(0)
ends = rng.uniform(0.2, 0.9, size=60)
curves = [end * (1 - 0.7 ** np.arange(1, 28)) for end in ends]
curves = [curve + rng.normal(0, 0.05, 27) for curve in curves]  # made up, noisy


def by_hand(promote):
    """For each trial, one after the other, the epoch at which it ends."""
    seen = {rung: [] for rung in rungs}
    ended = []
    for curve in curves:
        for rung in rungs:
            score = curve[rung - 1]
            go_on = promote(score, seen[rung])
            seen[rung].append(score)
            if not go_on:
                break
        ended.append(rung if not go_on else 27)
    return ended


def top_third(score, seen):
    """Optuna's: among the best third of those here, itself counted; at least one."""
    ranked = sorted([*seen, score], reverse=True)
    return score >= ranked[max(len(ranked) // 3, 1) - 1]


def over_quantile(score, seen):
    """Ray's: not below the upper third's edge of those who were here before."""
    return not seen or score >= np.percentile(seen, 100 * (1 - 1 / 3))


# --8<-- [end:curves]

# --8<-- [start:equal]
pruner = optuna.pruners.SuccessiveHalvingPruner(min_resource=1, reduction_factor=3)
study = optuna.create_study(direction="maximize", pruner=pruner)
in_optuna = []
for curve in curves:
    trial = study.ask()
    for epoch, score in enumerate(curve, start=1):
        trial.report(score, epoch)
        if trial.should_prune():
            break
    in_optuna.append(epoch)
    study.tell(trial, score)

scheduler = ASHAScheduler(
    time_attr="epoch",
    metric="score",
    mode="max",
    max_t=27,
    grace_period=1,
    reduction_factor=3,
)
in_ray = []
for number, curve in enumerate(curves):
    trial = SimpleNamespace(trial_id=str(number))
    scheduler.on_trial_add(None, trial)
    for epoch, score in enumerate(curve, start=1):
        result = {"epoch": epoch, "score": score}
        if scheduler.on_trial_result(None, trial, result) == "STOP":
            break
    in_ray.append(epoch)

print("Optuna as by hand:", in_optuna == by_hand(top_third))
# > Optuna as by hand: True
print("Ray as by hand:   ", in_ray == by_hand(over_quantile))
# > Ray as by hand:    True
for name, ended in (("Optuna", in_optuna), ("Ray", in_ray)):
    counts = {epoch: ended.count(epoch) for epoch in (1, 3, 9, 27)}
    print(f"{name:<7} ended after: {counts}, epochs: {sum(ended)}")
# > Optuna  ended after: {1: 39, 3: 15, 9: 1, 27: 5}, epochs: 228
# > Ray     ended after: {1: 38, 3: 15, 9: 1, 27: 6}, epochs: 254
same = sum(a == b for a, b in zip(in_optuna, in_ray, strict=True))
print(f"the same end for {same} of {len(curves)} trials")
# > the same end for 58 of 60 trials
# --8<-- [end:equal]

# --8<-- [start:brackets]
longest, factor = 27, 3
steepest = round(math.log(longest, factor))
for s in range(steepest, -1, -1):
    n = math.ceil((steepest + 1) / (s + 1) * factor**s)
    first = longest // factor**s
    rounds = [(n // factor**i, first * factor**i) for i in range(s + 1)]
    print(f"bracket {s}:", ", ".join(f"{n} to epoch {e}" for n, e in rounds))
# > bracket 3: 27 to epoch 1, 9 to epoch 3, 3 to epoch 9, 1 to epoch 27
# > bracket 2: 12 to epoch 3, 4 to epoch 9, 1 to epoch 27
# > bracket 1: 6 to epoch 9, 2 to epoch 27
# > bracket 0: 4 to epoch 27
# --8<-- [end:brackets]

# --8<-- [start:bohb]
from ray.tune.search.bohb import TuneBOHB

try:
    TuneBOHB(metric="score", mode="max")
except AssertionError as error:
    print(" ".join(str(error).split()))
# > HpBandSter must be installed! You can install HpBandSter with the command: `pip install hpbandster ConfigSpace`.
names = dir(optuna.samplers) + dir(optuna.pruners)
print("in Optuna:", [n for n in names if "bohb" in n.lower() or "Hyperband" in n])
# > in Optuna: ['HyperbandPruner']
# --8<-- [end:bohb]
