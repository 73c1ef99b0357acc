# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# ///
"""The whole loop on a GPU with float16: autocast for the forward pass, GradScaler for the rest."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:loop]
device = torch.device("cuda")
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10)).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.CrossEntropyLoss()
scaler = torch.amp.GradScaler(device.type)
loader = DataLoader(
    TensorDataset(torch.randn(256, 64), torch.randint(10, (256,))), batch_size=64
)

for _ in range(3):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        inputs, targets = inputs.to(device), targets.to(device)
        optimizer.zero_grad()  # 2 clear the old gradients
        with torch.autocast(device.type, dtype=torch.float16):
            logits = model(inputs)  # 3 forward
            loss = criterion(logits, targets)  # 3 and loss
        scaler.scale(loss).backward()  # 4 gradients
        scaler.step(optimizer)  # 5 update
        scaler.update()
print(f"{logits.dtype=}   {loss.dtype=}")
print(f"{model[0].weight.dtype=}   {loss.isfinite().item()=}")
# --8<-- [end:loop]
