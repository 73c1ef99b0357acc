# /// script
# requires-python = ">=3.11"
# dependencies = ["optuna>=4"]
# ///
"""What a trial can suggest: floats, integers, choices, and as many as it likes."""

import optuna

optuna.logging.set_verbosity(optuna.logging.WARNING)
study = optuna.create_study(sampler=optuna.samplers.RandomSampler(seed=0))


# --8<-- [start:suggest]
def settings(trial):
    trial.suggest_float("lr", 1e-5, 1e-1, log=True)
    trial.suggest_float("dropout", 0.0, 0.5, step=0.1)
    trial.suggest_int("batch_size", 16, 256, log=True)
    trial.suggest_categorical("optimizer", ["SGD", "AdamW"])
    for layer in range(trial.suggest_int("layers", 1, 3)):
        trial.suggest_int(f"width_{layer}", 32, 128, step=32)


for _ in range(3):
    trial = study.ask()
    settings(trial)
    print({n: round(v, 5) if n == "lr" else v for n, v in trial.params.items()})
# > {'lr': 0.00157, 'dropout': 0.4, 'batch_size': 84, 'optimizer': 'SGD', 'layers': 2, 'width_0': 64, 'width_1': 128}
# > {'lr': 0.07156, 'dropout': 0.2, 'batch_size': 143, 'optimizer': 'AdamW', 'layers': 3, 'width_0': 32, 'width_1': 32, 'width_2': 32}
# > {'lr': 0.0214, 'dropout': 0.4, 'batch_size': 178, 'optimizer': 'SGD', 'layers': 2, 'width_0': 128, 'width_1': 32}
# --8<-- [end:suggest]
