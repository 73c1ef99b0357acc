# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.checkpoint-contents"]
# ///
"""Resumed training gives the losses of an unbroken run, if everything was saved."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:build]
torch.manual_seed(0)
inputs = torch.randn(128, 6)
data = TensorDataset(inputs, inputs.sin().sum(1, keepdim=True))
criterion = nn.MSELoss()


def build():
    torch.manual_seed(1)
    layers = nn.Linear(6, 32), nn.ReLU(), nn.Dropout(0.2), nn.Linear(32, 1)
    model = nn.Sequential(*layers)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=2, gamma=0.5)
    generator = torch.Generator().manual_seed(2)  # of the loader's order
    loader = DataLoader(data, batch_size=16, shuffle=True, generator=generator)
    return model, optimizer, scheduler, generator, loader


# --8<-- [end:build]


# --8<-- [start:save]
def save(path, epoch, model, optimizer, scheduler, generator):
    torch.save(
        {
            "epoch": epoch,
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "scheduler": scheduler.state_dict(),
            "loader": generator.get_state(),  # the next order
            "cpu": torch.get_rng_state(),  # the next random numbers
            "cuda": torch.cuda.get_rng_state_all(),  # an empty list without a GPU
        },
        path,
    )


def load(path, model, optimizer, scheduler, generator, leave_out=()):
    checkpoint = torch.load(path, map_location="cpu")
    model.load_state_dict(checkpoint["model"])
    if "optimizer" not in leave_out:
        optimizer.load_state_dict(checkpoint["optimizer"])
    if "scheduler" not in leave_out:
        scheduler.load_state_dict(checkpoint["scheduler"])
    if "loader" not in leave_out:
        generator.set_state(checkpoint["loader"])
    if "random numbers" not in leave_out:
        torch.set_rng_state(checkpoint["cpu"])
        torch.cuda.set_rng_state_all(checkpoint["cuda"])
    return checkpoint["epoch"] + 1


# --8<-- [end:save]


# --8<-- [start:train]
def train(parts, epochs, path=None):
    model, optimizer, scheduler, generator, loader = parts
    losses = []
    for epoch in epochs:
        total = 0.0
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
            total += loss.item() * len(inputs)
        scheduler.step()
        losses.append(total / len(data))
        if path:
            save(path, epoch, model, optimizer, scheduler, generator)
    return losses


def line(losses):
    return " ".join(f"{loss:.4f}" for loss in losses)


unbroken = train(build(), range(6))
print("unbroken      ", line(unbroken))
# > unbroken       1.9955 1.0826 0.8020 0.6436 0.4745 0.4901

first = train(build(), range(3), path="checkpoint.pt")  # and here the power fails
parts = build()
start = load("checkpoint.pt", *parts[:4])
resumed = first + train(parts, range(start, 6))
print("resumed       ", line(resumed))
# > resumed        1.9955 1.0826 0.8020 0.6436 0.4745 0.4901
print(f"{resumed == unbroken=}")
# > resumed == unbroken=True
# --8<-- [end:train]

# --8<-- [start:leave-out]
print(f"{'all':15}", line(unbroken[3:]))
# > all             0.6436 0.4745 0.4901
for name in ("optimizer", "scheduler", "loader", "random numbers"):
    parts = build()
    start = load("checkpoint.pt", *parts[:4], leave_out=[name])
    print(f"{name:15}", line(train(parts, range(start, 6))))
# > optimizer       0.6478 0.4536 0.4626
# > scheduler       0.6436 0.4739 0.4772
# > loader          0.5937 0.5097 0.5204
# > random numbers  0.5576 0.5352 0.4996
# --8<-- [end:leave-out]
