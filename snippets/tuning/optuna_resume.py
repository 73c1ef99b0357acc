# /// script
# requires-python = ">=3.11"
# dependencies = ["optuna>=4"]
# ///
"""A study in a file: go on after a restart, share it, and what is not in it."""

import optuna
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

optuna.logging.set_verbosity(optuna.logging.WARNING)


# --8<-- [start:resume]
def objective(trial):
    return (trial.suggest_float("x", -10, 10) - 2) ** 2


def run(n_trials, seed=None):
    """What your script does each time it is started."""
    study = optuna.create_study(
        study_name="digits",
        storage="sqlite:///study.db",
        load_if_exists=True,
        sampler=optuna.samplers.TPESampler(seed=seed),
    )
    before = len(study.trials)
    study.optimize(objective, n_trials=n_trials)
    print(f"found {before} trials, now {len(study.trials)}")
    return study


run(5)
# > found 0 trials, now 5
study = run(5)
# > found 5 trials, now 10
print([trial.number for trial in study.trials])
# > [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# --8<-- [end:resume]

# --8<-- [start:seed]
optuna.delete_study(study_name="digits", storage="sqlite:///study.db")
run(5, seed=0)
# > found 0 trials, now 5
drawn = [trial.params["x"] for trial in run(5, seed=0).trials]
# > found 5 trials, now 10
print("the second five are the first five:", drawn[5:] == drawn[:5])
# > the second five are the first five: True
# --8<-- [end:seed]

# --8<-- [start:share]
storage = JournalStorage(JournalFileBackend("study.log"))
here = optuna.create_study(study_name="shared", storage=storage)
there = optuna.load_study(study_name="shared", storage=storage)
print("asked for:", here.ask().number, there.ask().number)
# > asked for: 0 1
print([trial.state.name for trial in here.trials])
# > ['RUNNING', 'RUNNING']
# --8<-- [end:share]
