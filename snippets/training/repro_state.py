# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Stop after two epochs and go on: equal to the run in one piece only with the generator's state."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:resume]
torch.manual_seed(0)
inputs = torch.linspace(-1, 1, 100).unsqueeze(1)  # (100, 1)
dataset = TensorDataset(inputs, (3 * inputs).sin())
criterion = nn.MSELoss()


def make():
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Linear(1, 16), nn.Tanh(), nn.Dropout(0.2), nn.Linear(16, 1)
    )
    return model, torch.optim.SGD(model.parameters(), lr=0.1)


def train(model, optimizer, epochs):
    for _ in range(epochs):
        total = 0.0
        model.train()  # 1 training mode
        for inputs, targets in DataLoader(dataset, batch_size=10, shuffle=True):
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
            total += loss.item() * len(inputs)
    return total / len(dataset)


print(f"four epochs in one piece:   {train(*make(), epochs=4):.5f}")
# > four epochs in one piece:   0.25981

model, optimizer = make()
train(model, optimizer, epochs=2)
checkpoint = {
    "model": model.state_dict(),
    "optimizer": optimizer.state_dict(),
    "rng": torch.get_rng_state(),
}
torch.save(checkpoint, "checkpoint.pt")

for with_state in (False, True):
    checkpoint = torch.load("checkpoint.pt")
    model, optimizer = make()  # as in a new process: the seed is set again
    model.load_state_dict(checkpoint["model"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    if with_state:
        torch.set_rng_state(checkpoint["rng"])
    print(f"2 + 2, {with_state=!s:5}   {train(model, optimizer, epochs=2):.5f}")
# > 2 + 2, with_state=False   0.19449
# > 2 + 2, with_state=True    0.25981
# --8<-- [end:resume]

# --8<-- [start:fork]
torch.manual_seed(0)
with torch.random.fork_rng(devices=[]):
    torch.rand(100)  # drawn inside, forgotten outside
print(f"fork_rng:    {torch.rand(2)=}")
# > fork_rng:    torch.rand(2)=tensor([0.4963, 0.7682])
torch.manual_seed(0)
print(f"without it:  {torch.rand(2)=}")
# > without it:  torch.rand(2)=tensor([0.4963, 0.7682])
# --8<-- [end:fork]
