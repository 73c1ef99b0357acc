# /// script
# requires-python = ">=3.11"
# dependencies = ["optuna>=4"]
# ///
"""Three ways to prune wrongly that give no message, and one that gives one."""

import optuna
from optuna.pruners import SuccessiveHalvingPruner

optuna.logging.set_verbosity(optuna.logging.ERROR)


# --8<-- [start:silent]
def lengths(direction="maximize", reports=True, batches=1):
    """How many epochs each of eight trials ran; trial 7 would be the best."""
    pruner = SuccessiveHalvingPruner(min_resource=3, reduction_factor=2)
    study = optuna.create_study(direction=direction, pruner=pruner)
    ran = []
    for number in [4, 0, 6, 2, 7, 1, 5, 3]:
        trial = study.ask()
        for epoch in range(1, 13):
            accuracy = number / 10 * (1 - 0.5**epoch)
            if reports:
                trial.report(accuracy, step=epoch * batches)
            if trial.should_prune():
                break
        ran.append((number, epoch))
        study.tell(trial, accuracy)
    return [epoch for _, epoch in sorted(ran)]


print("as meant:          ", lengths())
# > as meant:           [3, 3, 3, 3, 12, 6, 12, 12]
print("no report:         ", lengths(reports=False))
# > no report:          [12, 12, 12, 12, 12, 12, 12, 12]
print("minimize:          ", lengths(direction="minimize"))
# > minimize:           [12, 12, 6, 6, 12, 3, 3, 3]
print("step counts batches:", lengths(batches=100))
# > step counts batches: [1, 1, 1, 1, 12, 1, 12, 12]
# --8<-- [end:silent]

# --8<-- [start:multi]
study = optuna.create_study(directions=["maximize", "minimize"])
try:
    study.ask().should_prune()
except NotImplementedError as error:
    print(error)
# > Trial.should_prune is not supported for multi-objective optimization.
# --8<-- [end:multi]
