# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["infer.checkpoint-easy"]
# ///
"""A checkpoint is a dictionary; a few lines write it and a few read it."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

# --8<-- [start:smallest]
torch.manual_seed(0)
model = nn.Linear(4, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
criterion = nn.MSELoss()
data = TensorDataset(torch.randn(32, 4), torch.randn(32, 1))
loader = DataLoader(data, batch_size=16, shuffle=True)

for epoch in range(3):
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
    checkpoint = {
        "epoch": epoch,
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
    }
    torch.save(checkpoint, "checkpoint.pt")
# --8<-- [end:smallest]

# --8<-- [start:load]
model = nn.Linear(4, 1)
optimizer = torch.optim.Adam(model.parameters(), lr=0.1)

checkpoint = torch.load("checkpoint.pt", map_location="cpu")
model.load_state_dict(checkpoint["model"])
optimizer.load_state_dict(checkpoint["optimizer"])
first_epoch = checkpoint["epoch"] + 1
print(f"{first_epoch=} {list(checkpoint)}")
# > first_epoch=3 ['epoch', 'model', 'optimizer']
print(f"Adam has done {optimizer.state[model.weight]['step'].item():.0f} steps")
# > Adam has done 6 steps
# --8<-- [end:load]

# --8<-- [start:optimizer-state]
saved = checkpoint["optimizer"]
print(list(saved), list(saved["state"][0]))
# > ['state', 'param_groups'] ['step', 'exp_avg', 'exp_avg_sq']
print(f"{saved['param_groups'][0]['lr']=} {saved['param_groups'][0]['params']=}")
# > saved['param_groups'][0]['lr']=0.1 saved['param_groups'][0]['params']=[0, 1]
# --8<-- [end:optimizer-state]

# --8<-- [start:answer]
checkpoint = {
    "epoch": epoch,
    "model": model.state_dict(),
    "optimizer": optimizer.state_dict(),
}
torch.save(checkpoint, "checkpoint.pt")
# --8<-- [end:answer]
