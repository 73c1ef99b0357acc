# /// script
# requires-python = ">=3.11"
# dependencies = ["optuna>=4", "sqlalchemy"]
#
# [tool.tbe]
# claims = ["err.optuna-suggest-outside"]
# ///
"""The messages of Optuna that people paste, and what causes each."""

import optuna
from sqlalchemy.exc import SQLAlchemyError

optuna.logging.set_verbosity(optuna.logging.ERROR)
errors = (ValueError, KeyError, AttributeError, SQLAlchemyError)
errors += (optuna.exceptions.OptunaError,)


def message(call):
    try:
        call()
    except errors as error:
        print(f"{type(error).__name__}: {str(error).splitlines()[0]}")


def optimize(objective, n_trials=2):
    optuna.create_study().optimize(objective, n_trials=n_trials)


# --8<-- [start:outside]
study = optuna.create_study()
message(lambda: study.suggest_float("lr", 0, 1))
# > AttributeError: 'Study' object has no attribute 'suggest_float'
trial = study.ask()
study.tell(trial, trial.suggest_float("lr", 0, 1))
message(lambda: trial.suggest_float("momentum", 0, 1))
# > UpdateFinishedTrialError: Trial#0 has already finished and can not be updated.
trial = optuna.trial.FixedTrial({"lr": 0.1})
message(lambda: trial.suggest_float("momentum", 0, 1))
# > ValueError: The value of the parameter 'momentum' is not found. Please set it at the construction of the FixedTrial object.
# --8<-- [end:outside]


# --8<-- [start:kinds]
def two_kinds(trial):
    trial.suggest_float("size", 0, 1)
    return trial.suggest_int("size", 0, 5)


def choices_change(trial):
    return trial.suggest_categorical("size", [8, 16] if trial.number == 0 else [8])


message(lambda: optimize(two_kinds))
# > ValueError: Cannot set different distribution kind to the same parameter name.
message(lambda: optimize(choices_change))
# > ValueError: CategoricalDistribution does not support dynamic value space.
# --8<-- [end:kinds]

# --8<-- [start:low]
message(lambda: optimize(lambda t: t.suggest_float("dropout", 0, 0.5, log=True)))
# > ValueError: `low > 0` must hold for `log=True`, but got (low=0, high=0.5).
# --8<-- [end:low]

# --8<-- [start:storage]
url = "sqlite:///study.db"
message(lambda: optuna.load_study(study_name="digits", storage=url))
# > KeyError: 'Record does not exist.'
optuna.create_study(study_name="digits", storage=url)
message(lambda: optuna.create_study(study_name="digits", storage=url))
# > DuplicatedStudyError: Another study with study_name='digits' already exists. Please specify a name not in the storage, or reuse the existing one by setting `load_if_exists` (for Python API) or `--skip-if-exists` flag (for CLI).
message(lambda: optuna.create_study(storage="study.db"))
# > ArgumentError: Could not parse SQLAlchemy URL from given URL string
message(lambda: optuna.create_study(storage="sqlite:///no_such_folder/study.db"))
# > OperationalError: (sqlite3.OperationalError) unable to open database file
# --8<-- [end:storage]


# --8<-- [start:failed]
def fails(trial):
    trial.suggest_float("lr", 0, 1)
    if trial.number == 1:
        raise ValueError("mat1 and mat2 shapes cannot be multiplied")
    return float("nan") if trial.number == 2 else 0.0


study = optuna.create_study()
message(lambda: study.optimize(fails, n_trials=4))
# > ValueError: mat1 and mat2 shapes cannot be multiplied
print([trial.state.name for trial in study.trials])
# > ['COMPLETE', 'FAIL']
study = optuna.create_study()
study.optimize(fails, n_trials=4, catch=(ValueError,))
print([trial.state.name for trial in study.trials])
# > ['COMPLETE', 'FAIL', 'FAIL', 'COMPLETE']
# --8<-- [end:failed]

# --8<-- [start:none]
study = optuna.create_study()
study.optimize(lambda trial: print("no return"), n_trials=1)
# > no return
message(lambda: study.best_params)
# > ValueError: No trials are completed yet.
# --8<-- [end:none]
