# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""A running average of the weights beside the training."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:smallest]
digits = load_digits()
images = torch.tensor(digits.data / 16, dtype=torch.float32)  # (1797, 64)
labels = torch.tensor(digits.target)
dataset = TensorDataset(images[:600], labels[:600])
x_val, y_val = images[600:], labels[600:]


def accuracy(model):
    with torch.no_grad():
        return (model.eval()(x_val).argmax(1) == y_val).float().mean().item()


torch.manual_seed(0)
loader = DataLoader(dataset, batch_size=16, shuffle=True)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.98))
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
for epoch in range(6):
    model.train()
    for inputs, targets in loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(inputs), targets).backward()
        optimizer.step()
        ema.update_parameters(model)  # after each step
    print(
        f"epoch {epoch}: model {accuracy(model):.1%}, average {accuracy(ema):.1%}"
    )
# > epoch 0: model 61.0%, average 67.2%
# > epoch 1: model 67.7%, average 86.4%
# > epoch 2: model 88.9%, average 89.6%
# > epoch 3: model 72.8%, average 90.4%
# > epoch 4: model 76.9%, average 90.6%
# > epoch 5: model 84.2%, average 90.8%
# --8<-- [end:smallest]

# --8<-- [start:answer]
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.98))
ema.update_parameters(model)  # after each optimizer.step()
# --8<-- [end:answer]
