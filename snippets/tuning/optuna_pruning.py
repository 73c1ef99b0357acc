# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "optuna>=4"]
#
# [tool.tbe]
# timeout = 180
# ///
"""Pruning: report a score while training, and let the study end bad trials."""

from collections import Counter

import optuna
import torch
from sklearn.datasets import load_digits
from torch import nn

optuna.logging.set_verbosity(optuna.logging.WARNING)
torch.set_default_dtype(torch.float64)  # the same choice on every CPU
digits = load_digits()
images, labels = torch.tensor(digits.data / 16), torch.tensor(digits.target)
order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
train_rows, val_rows = order[:300], order[300:800]


# --8<-- [start:prune]
def objective(trial):
    lr = trial.suggest_float("lr", 1e-3, 3, log=True)
    hidden = trial.suggest_int("hidden", 8, 32, log=True)
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for epoch in range(1, 41):
        optimizer.zero_grad()
        criterion(model(images[train_rows]), labels[train_rows]).backward()
        optimizer.step()
        with torch.no_grad():
            said = model(images[val_rows]).argmax(1)
        value = (said == labels[val_rows]).double().mean().item()
        trial.report(value, step=epoch)
        if trial.should_prune():
            raise optuna.TrialPruned
    return value


# --8<-- [end:prune]

# --8<-- [start:compare]
pruners = {
    "none": optuna.pruners.NopPruner(),
    "median": optuna.pruners.MedianPruner(n_startup_trials=5, n_warmup_steps=10),
    "median, no warmup": optuna.pruners.MedianPruner(5, 0),
}
print("seed  pruner              epochs  pruned   best")
# > seed  pruner              epochs  pruned   best
for seed in range(1, 4):
    for name, pruner in pruners.items():
        sampler = optuna.samplers.RandomSampler(seed=seed)  # the same 16 settings
        study = optuna.create_study(
            direction="maximize", sampler=sampler, pruner=pruner
        )
        study.optimize(objective, n_trials=16)
        epochs = sum(len(trial.intermediate_values) for trial in study.trials)
        states = Counter(trial.state.name for trial in study.trials)
        print(
            f"{seed:>4}  {name:<18} {epochs:>7} {states['PRUNED']:>7}"
            f" {study.best_value:>7.1%}"
        )
# >    1  none                   640       0   93.6%
# >    1  median                 487       7   93.6%
# >    1  median, no warmup      423       8   93.6%
# >    2  none                   640       0   90.6%
# >    2  median                 370       9   90.4%
# >    2  median, no warmup      319       9   90.4%
# >    3  none                   640       0   92.4%
# >    3  median                 384       9   92.4%
# >    3  median, no warmup      307       9   87.0%
# --8<-- [end:compare]
