# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.early-stopping"]
# ///
"""state_dict() refers to the living weights: without a copy, the best ones are the last ones."""

import copy

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:one-weight]
model = nn.Linear(1, 1, bias=False)
nn.init.ones_(model.weight)
alias = model.state_dict()
kept = copy.deepcopy(model.state_dict())
with torch.no_grad():
    model.weight += 4  # training goes on
print(alias["weight"].item(), kept["weight"].item())
# > 5.0 1.0
# --8<-- [end:one-weight]


# --8<-- [start:data]
def make_data(rows, seed):
    generator = torch.Generator().manual_seed(seed)
    inputs = torch.randn(rows, 30, generator=generator)
    noise = torch.randn(rows, 1, generator=generator)
    return inputs, inputs[:, :3].sum(1, keepdim=True) + noise  # 3 features matter


train_set = TensorDataset(*make_data(40, seed=0))  # few rows, many features
inputs_val, targets_val = make_data(200, seed=1)
loader = DataLoader(train_set, batch_size=8)
criterion = nn.MSELoss()


def validate(model):
    model.eval()
    with torch.no_grad():
        return criterion(model(inputs_val), targets_val).item()


# --8<-- [end:data]

# --8<-- [start:training]
torch.manual_seed(0)
model = nn.Linear(30, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
best = float("inf")
for epoch in range(60):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
    loss_val = validate(model)
    if loss_val < best:
        best, best_epoch = loss_val, epoch
        not_a_copy = model.state_dict()
        a_copy = copy.deepcopy(model.state_dict())

print(
    f"best   {best:.3f} in epoch {best_epoch}, last {loss_val:.3f} in epoch {epoch}"
)
# > best   2.016 in epoch 8, last 3.053 in epoch 59
model.load_state_dict(not_a_copy)
print(f"without a copy, back to {validate(model):.3f}")
# > without a copy, back to 3.053
model.load_state_dict(a_copy)
print(f"with a copy,    back to {validate(model):.3f}")
# > with a copy,    back to 2.016
# --8<-- [end:training]

# --8<-- [start:ways]
before = model.weight.clone()
shallow = model.state_dict().copy()  # a new dict, the same tensors
cloned = {name: tensor.clone() for name, tensor in model.state_dict().items()}
torch.save(model.state_dict(), "best.pt")
with torch.no_grad():
    model.weight += 1
for name, state in {
    "dict.copy()": shallow,
    "deepcopy": a_copy,
    "clone() each": cloned,
    "file": torch.load("best.pt"),
}.items():
    print(f"{name:13} kept the weights: {torch.equal(state['weight'], before)}")
# > dict.copy()   kept the weights: False
# > deepcopy      kept the weights: True
# > clone() each  kept the weights: True
# > file          kept the weights: True
on_meta = nn.Linear(1, 1, device="meta")  # a device without values, for a GPU
print("a copy lies on:", copy.deepcopy(on_meta.state_dict())["weight"].device)
# > a copy lies on: meta
# --8<-- [end:ways]

# --8<-- [start:answer]
best = copy.deepcopy(model.state_dict())  # when the loss is the best so far
model.load_state_dict(best)  # when training is over
# --8<-- [end:answer]
