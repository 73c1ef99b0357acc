# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""A training loop that is right with and without a GPU: pin only if there is one, copy with non_blocking."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:loop]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

torch.manual_seed(0)
inputs = torch.randn(64, 3)
targets = inputs @ torch.tensor([[1.0], [-2.0], [3.0]])
loader = DataLoader(
    TensorDataset(inputs, targets),
    batch_size=16,
    pin_memory=device.type == "cuda",
)

torch.manual_seed(0)
model = nn.Linear(3, 1).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()

for epoch in range(3):
    total = torch.zeros((), device=device)
    model.train()  # 1 training mode
    for inputs, targets in loader:
        inputs = inputs.to(device, non_blocking=True)
        targets = targets.to(device, non_blocking=True)
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.detach() * len(inputs)  # stays on the device: nothing waits
    # item() waits for the result
    print(f"epoch {epoch}: loss {total.item() / len(loader.dataset):.3f}")
# > epoch 0: loss 9.956
# > epoch 1: loss 2.066
# > epoch 2: loss 0.746
# --8<-- [end:loop]
