# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5", "ray[tune]>=2.40"]
#
# [tool.tbe]
# claims = ["tune.ray"]
# timeout = 300
# alone = true
# ///
"""Ray Tune on one machine: trials in other processes, ASHA, one that fails."""

# --8<-- [start:quiet]
import os
from pathlib import Path

os.environ["RAY_AIR_NEW_OUTPUT"] = "0"  # before the import: verbose=0 is then quiet
os.environ["RAY_AUTH_MODE"] = "disabled"  # one machine: no token between processes
# --8<-- [end:quiet]

import ray
import torch
from ray import tune
from ray.tune.schedulers import ASHAScheduler
from sklearn.datasets import load_digits
from torch import nn

digits = load_digits()
data = digits.data / 16, digits.target  # NumPy arrays


# --8<-- [start:train]
def train(config, data):
    """One trial, in a process of its own; its return value is not used."""
    torch.set_default_dtype(torch.float64)  # the same score on every CPU
    images, labels = (torch.tensor(array) for array in data)
    order = torch.randperm(1797, generator=torch.Generator().manual_seed(0))
    batches, val_rows = order[:300].split(150), order[300:800]
    torch.manual_seed(0)
    hidden = config["hidden"]
    model = nn.Sequential(nn.Linear(64, hidden), nn.ReLU(), nn.Linear(hidden, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=config["lr"], momentum=0.9)
    for epoch in range(1, 28):
        for rows in batches:
            optimizer.zero_grad()
            nn.functional.cross_entropy(
                model(images[rows]), labels[rows]
            ).backward()
            optimizer.step()
        with torch.no_grad():
            said = model(images[val_rows]).argmax(1)
        accuracy = (said == labels[val_rows]).double().mean().item()
        tune.report({"accuracy": accuracy, "epoch": epoch, "pid": os.getpid()})


# --8<-- [end:train]

# --8<-- [start:init]
ray.init(
    num_cpus=2,  # how many trials run at once, at one CPU each
    include_dashboard=False,
    log_to_driver=False,  # what the trials print does not come here
    logging_level="critical",  # no traceback of a trial that fails
    _node_ip_address="127.0.0.1",  # needed where there is no network
    object_store_memory=100_000_000,
)
# --8<-- [end:init]

# --8<-- [start:answer]
tuner = tune.Tuner(
    tune.with_parameters(train, data=data),
    param_space={"lr": tune.grid_search([0.001, 0.01, 0.5, -1.0]), "hidden": 16},
    tune_config=tune.TuneConfig(
        metric="accuracy",
        mode="max",
        scheduler=ASHAScheduler(time_attr="epoch", max_t=27, grace_period=3),
    ),
    run_config=tune.RunConfig(storage_path=str(Path("runs").resolve()), verbose=0),
)
# --8<-- [end:answer]

# --8<-- [start:smallest]
results = tuner.fit()
done = [result for result in results if result.error is None]
for result in done:
    lr, end = result.config["lr"], result.metrics
    print(f"lr={lr}: {end['accuracy']:.1%} after epoch {end['epoch']}")
# ~ lr=0.001: 12.4% after epoch 27
# ~ lr=0.01: 19.0% after epoch 27
# ~ lr=0.5: 89.4% after epoch 27
print("best:", results.get_best_result().config)
# > best: {'lr': 0.5, 'hidden': 16}
# --8<-- [end:smallest]

# --8<-- [start:processes]
print("in other processes:", os.getpid() not in {r.metrics["pid"] for r in done})
# > in other processes: True
# --8<-- [end:processes]

# --8<-- [start:failed]
print(f"{len(results)} trials, {results.num_errors} failed")
# > 4 trials, 1 failed
lines = str(results.errors[0]).splitlines()
print([line for line in lines if line.startswith("ValueError")])
# > ['ValueError: Invalid learning rate: -1.0']
# --8<-- [end:failed]

# --8<-- [start:metric]
try:
    results.get_best_result(metric="acc", mode="max")
except RuntimeError as error:
    print(error)
# > No best trial found for the given metric: acc. This means that no trial has reported this metric, or all values reported for this metric are NaN. To not ignore NaN values, you can set the `filter_nan_and_inf` arg to False.
# --8<-- [end:metric]

# --8<-- [start:path]
try:
    tune.Tuner(train, run_config=tune.RunConfig(storage_path="runs"))
except ValueError as error:
    print(type(error).__name__, error)
# > ArrowInvalid URI has empty scheme: 'runs'
# --8<-- [end:path]
ray.shutdown()
