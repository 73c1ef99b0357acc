# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""Which call seeds which generator, and a training that repeats to the last digit."""

import random

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


# --8<-- [start:which]
def seed_everything(seed):
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)  # the CPU and every GPU


def draw():
    return {
        "random": random.random(),
        "np.random": np.random.random(),
        "default_rng(0)": np.random.default_rng(0).random(),
        "default_rng()": np.random.default_rng().random(),
        "torch": torch.rand(()).item(),
    }


for seed in (random.seed, np.random.seed, torch.manual_seed, seed_everything):
    seed(0)
    first = draw()
    seed(0)
    second = draw()
    same = [name for name in first if first[name] == second[name]]
    print(f"{seed.__name__:15} repeats {same}")
# > seed            repeats ['random', 'default_rng(0)']
# > seed            repeats ['np.random', 'default_rng(0)']
# > manual_seed     repeats ['default_rng(0)', 'torch']
# > seed_everything repeats ['random', 'np.random', 'default_rng(0)', 'torch']
# --8<-- [end:which]


# --8<-- [start:training]
def train(seed):
    seed_everything(seed)
    inputs = torch.linspace(-1, 1, 100).unsqueeze(1)  # (100, 1)
    dataset = TensorDataset(inputs, (3 * inputs).sin())
    loader = DataLoader(dataset, batch_size=10, shuffle=True)
    model = nn.Sequential(
        nn.Linear(1, 16), nn.Tanh(), nn.Dropout(0.1), nn.Linear(16, 1)
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    criterion = nn.MSELoss()
    for _ in range(10):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    model.eval()
    with torch.no_grad():
        return criterion(model(dataset.tensors[0]), dataset.tensors[1]).item()


print(f"{train(0) == train(0)=}")
# > train(0) == train(0)=True
print(f"seeds 0 to 5: {[round(train(seed), 3) for seed in range(6)]}")
# > seeds 0 to 5: [0.179, 0.155, 0.151, 0.172, 0.171, 0.153]
# --8<-- [end:training]
