# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["early_stopping_training.svg"]
# ///
"""A training run that overfits, stopped by the recipe and brought back to its best weights."""

import matplotlib.pyplot as plt
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

from torchbyexample.early_stopping import EarlyStopping


# --8<-- [start:data]
def make_data(rows, seed):
    generator = torch.Generator().manual_seed(seed)
    inputs = torch.randn(rows, 30, generator=generator)
    noise = torch.randn(rows, 1, generator=generator)
    return inputs, inputs[:, :3].sum(1, keepdim=True) + noise  # 3 features matter


device = torch.accelerator.current_accelerator(check_available=True) or "cpu"
loader = DataLoader(TensorDataset(*make_data(40, seed=0)), batch_size=8)
inputs_val, targets_val = (tensor.to(device) for tensor in make_data(200, seed=1))
criterion = nn.MSELoss()


def validate(model):
    model.eval()
    with torch.no_grad():
        return criterion(model(inputs_val), targets_val).item()


# --8<-- [end:data]


# --8<-- [start:train]
def train(stopper, epochs=60, watch="validation"):
    torch.manual_seed(0)
    model = nn.Linear(30, 1).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
    curves = {"training": [], "validation": []}
    for _ in range(epochs):
        model.train()  # 1 training mode
        total = 0.0
        for inputs, targets in loader:
            inputs, targets = inputs.to(device), targets.to(device)
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
            total += loss.item() * len(inputs)
        curves["training"].append(total / len(loader.dataset))
        curves["validation"].append(validate(model))
        if stopper.step(curves[watch][-1], model):
            break
    return model, curves


# --8<-- [end:train]

# --8<-- [start:stop]
stopper = EarlyStopping(patience=5)
model, curves = train(stopper)
stopped = len(curves["validation"]) - 1
print(f"best {stopper.best_score:.3f} in epoch {stopper.best_check}")
# > best 2.016 in epoch 8
print(f"stopped after epoch {stopped}, loss {validate(model):.3f}")
# > stopped after epoch 13, loss 2.067

model.load_state_dict(stopper.best_state)  # this line is half of early stopping
print(f"brought back: {validate(model):.3f}")
# > brought back: 2.016
# --8<-- [end:stop]

# --8<-- [start:wrong-curve]
on_training = EarlyStopping(patience=5)
model, whole = train(on_training, watch="training")
print(f"epochs: {len(whole['training'])}, best one: {on_training.best_check}")
# > epochs: 60, best one: 59
print(f"validation loss of its best weights: {validate(model):.3f}")
# > validation loss of its best weights: 3.053
# --8<-- [end:wrong-curve]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
for name, color in {"training": "#1c7ed6", "validation": "#d9480f"}.items():
    axes.plot(whole[name], color=color, label=name)
axes.axvline(stopper.best_check, color="#2b8a3e", label="best")
axes.axvline(stopped, color="gray", linestyle="--", label="stopped")
axes.set(xlabel="epoch", ylabel="loss", ylim=(0, 3.5))
axes.legend(frameon=False, ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("early_stopping_training.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
