# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.4"]
#
# [tool.tbe]
# ///
"""The training loop in float32 and with bfloat16 autocast: results, and what the graphs keep."""

import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

# --8<-- [start:loop]
images, digits = load_digits(return_X_y=True)
images, digits = torch.tensor(images).float() / 16, torch.tensor(digits)
images, digits = images.to(device), digits.to(device)
loader = DataLoader(TensorDataset(images[:1200], digits[:1200]), batch_size=100)
criterion = nn.CrossEntropyLoss()
kept = {}  # what the graph keeps for backward(), each memory once


def keep(tensor):
    kept[tensor.data_ptr()] = tensor
    return tensor


def train(mixed):
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10)).to(
        device
    )
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(10):
        model.train()  # 1 training mode
        for inputs, targets in loader:
            kept.clear()
            optimizer.zero_grad()  # 2 clear the old gradients
            with (
                torch.autograd.graph.saved_tensors_hooks(keep, lambda kept: kept),
                torch.autocast(device.type, dtype=torch.bfloat16, enabled=mixed),
            ):
                loss = criterion(model(inputs), targets)  # 3 forward and loss
            loss.backward()  # 4 gradients
            optimizer.step()  # 5 update
    model.eval()
    with torch.no_grad():
        hits = (model(images[1200:]).argmax(dim=1) == digits[1200:]).float()
    weight = model[0].weight
    print(f"{mixed=!s:5}   loss {loss:.2f}   accuracy {hits.mean():.2f}", end="   ")
    print(f"weights {weight.dtype}, gradients {weight.grad.dtype}")
    for tensor in (inputs, targets, *model.parameters()):
        kept.pop(tensor.data_ptr(), None)  # there anyway
    return sum(tensor.nbytes for tensor in kept.values())


whole = train(mixed=False)
# > mixed=False   loss 0.13   accuracy 0.90   weights torch.float32, gradients torch.float32
part = train(mixed=True)
# > mixed=True    loss 0.13   accuracy 0.90   weights torch.float32, gradients torch.float32
print(f"kept for backward(): {whole} bytes and {part} bytes")
# > kept for backward(): 55204 bytes and 44964 bytes
print(f"{part / whole=:.2f}")
# > part / whole=0.81
# --8<-- [end:loop]

model = nn.Linear(64, 10).to(device)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)

# --8<-- [start:answer]
for inputs, targets in loader:
    optimizer.zero_grad()  # 2 clear the old gradients
    with torch.autocast(device.type, dtype=torch.bfloat16):
        loss = criterion(model(inputs), targets)  # 3 forward and loss
    loss.backward()  # 4 gradients
    optimizer.step()  # 5 update
# --8<-- [end:answer]
