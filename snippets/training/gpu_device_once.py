# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""One loop for a CPU and a GPU: the device is chosen once, the model moves once, each batch moves in the loop."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:answer]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = nn.Linear(3, 1).to(device)  # before the optimizer is made
# and in the loop: inputs, targets = inputs.to(device), targets.to(device)
# --8<-- [end:answer]

# --8<-- [start:smallest]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

torch.manual_seed(0)
inputs = torch.randn(64, 3)
targets = inputs @ torch.tensor([[1.0], [-2.0], [3.0]])
loader = DataLoader(TensorDataset(inputs, targets), batch_size=16)

model = nn.Linear(3, 1).to(device)  # before the optimizer is made
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()

for epoch in range(3):
    total = torch.zeros((), device=device)
    model.train()  # 1 training mode
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.detach() * len(inputs)  # stays on the device, nothing waits
    print(f"epoch {epoch}: loss {total.item() / len(loader.dataset):.2f}")
# > epoch 0: loss 9.47
# > epoch 1: loss 2.01
# > epoch 2: loss 0.72
print(f"{loss.device == model.weight.device == inputs.device=}")
# > loss.device == model.weight.device == inputs.device=True
# --8<-- [end:smallest]

# --8<-- [start:made-there]
noise = torch.randn(16, 3, device=device)  # made on the device, no copy
mask = torch.zeros_like(noise)  # where noise is
print(f"{noise.device.type == mask.device.type == device.type=}")
# > noise.device.type == mask.device.type == device.type=True
# --8<-- [end:made-there]
