# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""The loop with a scheduler: one more line per epoch, and what it is good for."""

import torch
from torch import nn
from torch.optim.lr_scheduler import ConstantLR, CosineAnnealingLR
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:loop]
torch.manual_seed(0)
inputs = torch.randn(400, 5)
truth = torch.tensor([[1.0], [-2.0], [0.5], [3.0], [0.0]])
data = TensorDataset(inputs, inputs @ truth + torch.randn(400, 1))  # noisy targets
best = torch.linalg.lstsq(*data.tensors).solution  # what training should reach
criterion = nn.MSELoss()


def train(scheduler_class, seed=0, make=torch.optim.SGD, show=True, **options):
    torch.manual_seed(seed)
    loader = DataLoader(data, batch_size=8, shuffle=True)
    model = nn.Linear(5, 1, bias=False)
    optimizer = make(model.parameters(), lr=0.1, weight_decay=0.0)
    scheduler = scheduler_class(optimizer, **options)
    for epoch in range(1, 21):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
        scheduler.step()  # the next epoch's learning rate
        away = (model.weight.detach().T - best).norm().item()
        if show and epoch in (1, 5, 10, 20):
            print(f"  epoch {epoch:2}: {away:.3f} from the best weights")
    return away


print("constant")
# > constant
away = train(ConstantLR, factor=1.0)
# >   epoch  1: 0.112 from the best weights
# >   epoch  5: 0.210 from the best weights
# >   epoch 10: 0.261 from the best weights
# >   epoch 20: 0.198 from the best weights
print("cosine")
# > cosine
away = train(CosineAnnealingLR, T_max=20)
# >   epoch  1: 0.112 from the best weights
# >   epoch  5: 0.205 from the best weights
# >   epoch 10: 0.187 from the best weights
# >   epoch 20: 0.009 from the best weights
# --8<-- [end:loop]

# --8<-- [start:answer]
model, epochs = nn.Linear(5, 1), 20
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineAnnealingLR(optimizer, T_max=epochs)
for _ in range(epochs):
    for inputs, targets in DataLoader(data, batch_size=8):
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
    scheduler.step()  # the next epoch's learning rate
# --8<-- [end:answer]

# --8<-- [start:seeds]
for make in (torch.optim.SGD, torch.optim.AdamW):
    for name, scheduler_class, options in (
        ("constant", ConstantLR, {"factor": 1.0}),
        ("cosine", CosineAnnealingLR, {"T_max": 20}),
    ):
        ends = [train(scheduler_class, s, make, False, **options) for s in (1, 2)]
        print(f"{make.__name__:5} {name:8}", " ".join(f"{end:.3f}" for end in ends))
# > SGD   constant 0.314 0.101
# > SGD   cosine   0.012 0.008
# > AdamW constant 0.217 0.240
# > AdamW cosine   0.006 0.012
# --8<-- [end:seeds]
