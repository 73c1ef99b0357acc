# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "optuna>=4"]
#
# [tool.tbe]
# claims = ["tune.optuna"]
# ///
"""An Optuna study on a small network, and what its first ten trials are."""

import optuna
import torch
from sklearn.datasets import load_digits
from torch import nn

optuna.logging.set_verbosity(optuna.logging.WARNING)  # no line for each trial
torch.set_default_dtype(torch.float64)  # the same choice on every CPU
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train_rows, val_rows, test_rows = order[:300], order[300:800], order[800:]


# --8<-- [start:train]
def accuracy(model, rows):
    with torch.no_grad():
        return (
            (model(images[rows]).argmax(1) == labels[rows]).double().mean().item()
        )


def train(lr, hidden, weight_decay, epochs=30):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(
        model.parameters(), lr=lr, momentum=0.9, weight_decay=weight_decay
    )
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        optimizer.zero_grad()
        criterion(model(images[train_rows]), labels[train_rows]).backward()
        optimizer.step()
    return model


# --8<-- [end:train]


# --8<-- [start:answer]
def objective(trial):
    lr = trial.suggest_float("lr", 1e-4, 10, log=True)
    hidden = trial.suggest_int("hidden", 4, 32, log=True)
    weight_decay = trial.suggest_float("weight_decay", 1e-6, 0.1, log=True)
    return accuracy(train(lr, hidden, weight_decay), val_rows)


# --8<-- [end:answer]

# --8<-- [start:smallest]
sampler = optuna.samplers.TPESampler(seed=0)
study = optuna.create_study(direction="maximize", sampler=sampler)
study.optimize(objective, n_trials=30)
best = study.best_trial
print(f"trial {best.number}: {best.value:.1%} on validation rows")
# > trial 27: 93.2% on validation rows
print({name: round(value, 4) for name, value in best.params.items()})
# > {'lr': 0.189, 'hidden': 29, 'weight_decay': 0.0007}
model = train(**best.params)  # the study keeps settings, not models
print(f"test, once, at the end: {accuracy(model, test_rows):.1%}")
# > test, once, at the end: 90.0%
# --8<-- [end:smallest]

# --8<-- [start:startup]
blind = optuna.create_study(
    direction="maximize", sampler=optuna.samplers.RandomSampler(seed=0)
)
blind.optimize(objective, n_trials=12)
same = [
    a.params == b.params for a, b in zip(study.trials, blind.trials, strict=False)
]
print("trials with the settings of a random search:", same.index(False))
# > trials with the settings of a random search: 10
# --8<-- [end:startup]

# --8<-- [start:enqueue]
study = optuna.create_study(direction="maximize")
study.enqueue_trial({"lr": 0.3, "hidden": 16, "weight_decay": 1e-4})
study.optimize(objective, n_trials=1)
print(study.trials[0].params, f"{study.best_value:.1%}")
# > {'lr': 0.3, 'hidden': 16, 'weight_decay': 0.0001} 91.4%
# --8<-- [end:enqueue]
