# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
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


def train(scheduler_class, epochs=20, **options):
    torch.manual_seed(0)
    loader = DataLoader(data, batch_size=8, shuffle=True)
    model = nn.Linear(5, 1, bias=False)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scheduler = scheduler_class(optimizer, **options)
    for epoch in range(1, epochs + 1):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            optimizer.zero_grad()  # 2 clear the old gradients
            loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
        scheduler.step()  # the next epoch's learning rate
        if epoch in (1, 5, 10, 20):
            away = (model.weight.detach().T - best).norm()
            print(f"  epoch {epoch:2}: {away:.3f} from the best weights")


print("constant")
# > constant
train(ConstantLR, factor=1.0)
# >   epoch  1: 0.112 from the best weights
# >   epoch  5: 0.210 from the best weights
# >   epoch 10: 0.261 from the best weights
# >   epoch 20: 0.198 from the best weights
print("cosine")
# > cosine
train(CosineAnnealingLR, T_max=20)
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
