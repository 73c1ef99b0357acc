# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where it matters in torch: samples, models, to(), weights."""

import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset


# --8<-- [start:dataset]
class Centered(Dataset):
    def __init__(self, data):
        self.data = data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        sample = self.data[index]
        sample -= 10
        return sample


dataset = Centered(torch.tensor([[11.0], [12.0]]))
for epoch in range(3):
    for batch in DataLoader(dataset, batch_size=2):
        print(f"epoch {epoch}: {batch.flatten().tolist()}")
# > epoch 0: [1.0, 2.0]
# > epoch 1: [-9.0, -8.0]
# > epoch 2: [-19.0, -18.0]


class CenteredCopy(Centered):
    def __getitem__(self, index):
        return self.data[index] - 10


dataset = CenteredCopy(torch.tensor([[11.0], [12.0]]))
for epoch in range(3):
    for batch in DataLoader(dataset, batch_size=2):
        print(f"epoch {epoch}: {batch.flatten().tolist()}")
# > epoch 0: [1.0, 2.0]
# > epoch 1: [1.0, 2.0]
# > epoch 2: [1.0, 2.0]
# --8<-- [end:dataset]


# --8<-- [start:train]
def train(model):
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    model(torch.ones(1, 1)).sum().backward()
    optimizer.step()


torch.manual_seed(0)
model = nn.Linear(1, 1)
before = model.weight.item()
train(model)
print(f"{model.weight.item() - before:.1f}")
# > -1.0
# --8<-- [end:train]


# --8<-- [start:to]
def move(x):
    x.to(torch.float64)


x, model = torch.zeros(2), nn.Linear(1, 1)
print("nothing to convert, the same tensor:", x.to(torch.float32) is x)
# > nothing to convert, the same tensor: True
move(x)
move(model)
print(x.dtype, model.weight.dtype)
# > torch.float32 torch.float64
print(x.to("meta").device, x.device)
# > meta cpu
x = x.to(torch.float64)
print(x.dtype)
# > torch.float64
# --8<-- [end:to]


# --8<-- [start:leaf]
def halve(weight):
    weight *= 0.5


model = nn.Linear(1, 1)
try:
    halve(model.weight)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
before = model.weight.item()
with torch.no_grad():
    halve(model.weight)
print(model.weight.item() == before / 2)
# > True
# --8<-- [end:leaf]
