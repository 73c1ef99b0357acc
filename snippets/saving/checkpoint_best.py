# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["save.checkpoint-best"]
# ///
"""Two files: the last state to go on from, and the best one to use."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:best]
torch.manual_seed(0)
# few rows and nothing but noise: the model can only learn them by heart
data = TensorDataset(torch.randn(20, 16), torch.randn(20, 1))
loader = DataLoader(data, batch_size=20)
val_inputs, val_targets = torch.randn(200, 16), torch.randn(200, 1)
model = nn.Linear(16, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()

best = float("inf")
for epoch in range(30):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update

    model.eval()
    with torch.no_grad():
        val_loss = criterion(model(val_inputs), val_targets).item()
    state = {
        "epoch": epoch,
        "loss": loss.item(),
        "val_loss": val_loss,
        "model": model.state_dict(),
    }
    torch.save(state, "last.pt")
    if val_loss < best:
        best = val_loss
        torch.save(state, "best.pt")

for name in ("last.pt", "best.pt"):
    checkpoint = torch.load(name)
    losses = f"loss {checkpoint['loss']:.4f} val_loss {checkpoint['val_loss']:.4f}"
    print(f"{name}: epoch {checkpoint['epoch']:2} {losses}")
# > last.pt: epoch 29 loss 0.4224 val_loss 1.8517
# > best.pt: epoch  1 loss 1.2199 val_loss 1.3783
# --8<-- [end:best]
