# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""Micro-batches of unequal size, and a last group that is too short."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:unequal]
torch.manual_seed(0)
model = nn.Linear(3, 1)
criterion = nn.MSELoss()
inputs, targets = torch.randn(10, 3), torch.randn(10, 1)


def gradient(scale):
    """Accumulate micro-batches of 4, 4 and 2 samples."""
    model.zero_grad()
    for some_inputs, some_targets in zip(
        inputs.split(4), targets.split(4), strict=True
    ):
        loss = criterion(model(some_inputs), some_targets)
        (loss * scale(len(some_inputs))).backward()
    return model.weight.grad.clone()


model.zero_grad()
criterion(model(inputs), targets).backward()
print(f"whole batch       {model.weight.grad}")
# > whole batch       tensor([[ 1.1764,  0.4913, -0.2585]])
print(f"divided by 3      {gradient(lambda size: 1 / 3)}")
# > divided by 3      tensor([[ 1.2796,  0.3292, -0.3097]])
print(f"weighted by size  {gradient(lambda size: size / 10)}")
# > weighted by size  tensor([[ 1.1764,  0.4913, -0.2585]])
# --8<-- [end:unequal]


# --8<-- [start:groups]
def train(loader, accumulation_steps):
    model.train()  # 1 training mode
    for i, (inputs, targets) in enumerate(loader):
        place = i % accumulation_steps
        if place == 0:
            optimizer.zero_grad()  # 2 clear the old gradients
            group = min(
                accumulation_steps, len(loader) - i
            )  # the last may be short
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        (loss / group).backward()  # 4 gradients
        if place == group - 1:
            optimizer.step()  # 5 update
            print(f"step after micro-batch {i}: {group} in the group")


optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
loader = DataLoader(TensorDataset(inputs, targets), batch_size=2)
train(loader, accumulation_steps=3)
# > step after micro-batch 2: 3 in the group
# > step after micro-batch 4: 2 in the group
# --8<-- [end:groups]

# --8<-- [start:tokens]
torch.manual_seed(0)
logits = torch.randn(4, 5, 6)  # (batch, classes, tokens)
targets = torch.randint(5, (4, 6))  # (batch, tokens)
targets[:2, 1:] = -100  # short sequences: 1 real token each
mean, total = nn.CrossEntropyLoss(), nn.CrossEntropyLoss(reduction="sum")
halves = list(zip(logits.split(2), targets.split(2), strict=True))
real = (targets != -100).sum()
print(f"real tokens        {[int((t != -100).sum()) for _, t in halves]}")
# > real tokens        [2, 12]
print(f"whole batch        {mean(logits, targets):.4f}")
# > whole batch        2.1496
print(f"mean of the means  {sum(mean(x, t) for x, t in halves) / 2:.4f}")
# > mean of the means  2.0753
print(f"sums / real tokens {sum(total(x, t) for x, t in halves) / real:.4f}")
# > sums / real tokens 2.1496
# --8<-- [end:tokens]
