# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
#
# [tool.tbe]
# ///
"""The training loop with accumulation: the same losses as a loop with large batches."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

# --8<-- [start:loop]
images, digits = load_digits(return_X_y=True)
images, digits = torch.tensor(images).float() / 16, torch.tensor(digits)
dataset = TensorDataset(images[:1024].to(device), digits[:1024].to(device))
criterion = nn.CrossEntropyLoss()


def accumulate(
    batch_size, accumulation_steps, divide=True, lr=0.5, make=torch.optim.SGD
):
    torch.manual_seed(0)
    model = nn.Linear(64, 10).to(device)
    optimizer = make(model.parameters(), lr=lr)
    loader = DataLoader(dataset, batch_size=batch_size)
    for _ in range(5):
        model.train()  # 1 training mode
        for i, (inputs, targets) in enumerate(loader):
            if i % accumulation_steps == 0:
                optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            if divide:
                loss = loss / accumulation_steps
            loss.backward()  # 4 gradients
            if (i + 1) % accumulation_steps == 0:
                optimizer.step()  # 5 update
    with torch.no_grad():
        return criterion(model(dataset.tensors[0]), dataset.tensors[1]).item()


print(f"batches of 64                {accumulate(64, 1):.4f}")
# > batches of 64                0.4422
print(f"4 x 16, divided              {accumulate(16, 4):.4f}")
# > 4 x 16, divided              0.4422
print(f"batches of 16                {accumulate(16, 1):.4f}")
# > batches of 16                0.1948
# --8<-- [end:loop]

# --8<-- [start:undivided]
print(f"4 x 16, not divided          {accumulate(16, 4, divide=False):.4f}")
# > 4 x 16, not divided          0.1909
print(f"batches of 64, 4 times lr    {accumulate(64, 1, lr=2.0):.4f}")
# > batches of 64, 4 times lr    0.1909
# --8<-- [end:undivided]

# --8<-- [start:other-rates]
for make, lr in (
    (torch.optim.SGD, 0.5),
    (torch.optim.SGD, 5.0),
    (torch.optim.AdamW, 1e-2),
):
    losses = [accumulate(16, 4, divide, lr, make) for divide in (True, False)]
    print(f"{make.__name__:5} lr={lr:4}", end="   ")
    print(f"divided {losses[0]:.4f}   not divided {losses[1]:.4f}")
# > SGD   lr= 0.5   divided 0.4422   not divided 0.1909
# ~ SGD   lr= 5.0   divided 0.1175   not divided 0.1907
# > AdamW lr=0.01   divided 0.4903   not divided 0.4903
# --8<-- [end:other-rates]

# --8<-- [start:lost]
dataset = TensorDataset(images[:40].to(device), digits[:40].to(device))
for steps in (1, 2, 4):
    counted = len(DataLoader(dataset, batch_size=8))
    print(f"{steps=}: {counted} micro-batches, {counted % steps} without a step")
# > steps=1: 5 micro-batches, 0 without a step
# > steps=2: 5 micro-batches, 1 without a step
# > steps=4: 5 micro-batches, 1 without a step
# --8<-- [end:lost]
