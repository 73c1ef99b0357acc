# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Where the call belongs in the loop, with accumulation and with GradScaler."""

import torch
from torch import nn

# --8<-- [start:answer]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()
loader = [(torch.ones(4, 2), torch.ones(4, 1))]

for inputs, targets in loader:
    optimizer.zero_grad()
    loss = criterion(model(inputs), targets)
    loss.backward()
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    optimizer.step()
# --8<-- [end:answer]

# --8<-- [start:order]
inputs = torch.tensor([[1.0, 2.0], [3.0, 4.0]])  # (batch, features)
targets = torch.tensor([[10.0], [20.0]])


def one_step(order):
    torch.manual_seed(0)
    model = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    start = nn.utils.parameters_to_vector(model.parameters())
    norm = None
    for call in order:
        if call == "zero_grad":
            optimizer.zero_grad()
        elif call == "backward":
            criterion(model(inputs), targets).backward()
        elif call == "clip":
            norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
        else:
            optimizer.step()
    moved = nn.utils.parameters_to_vector(model.parameters()) - start
    print(f"{' '.join(order):30} norm {norm:6.2f}, moved {moved.norm():5.2f}")


one_step(["zero_grad", "backward", "clip", "step"])
# > zero_grad backward clip step   norm 120.61, moved  0.10
one_step(["zero_grad", "backward", "step", "clip"])
# > zero_grad backward step clip   norm 120.61, moved 12.06
one_step(["zero_grad", "clip", "backward", "step"])
# > zero_grad clip backward step   norm   0.00, moved 12.06
# --8<-- [end:order]

# --8<-- [start:accumulation]
batches = [
    (torch.tensor([[1.0, 0.0]]), torch.tensor([[10.0]])),  # a large gradient
    (torch.tensor([[0.0, 1.0]]), torch.tensor([[1.0]])),  # a small one
]


def accumulate(clip_each):
    model = nn.Linear(2, 1, bias=False)
    nn.init.zeros_(model.weight)
    for inputs, targets in batches:
        loss = criterion(model(inputs), targets) / len(batches)
        loss.backward()  # adds to the gradients that are there
        if clip_each:
            nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    large, small = model.weight.grad[0].tolist()
    print(f"{clip_each=!s:5}  norm {norm:5.2f}  gradient {large:.2f} {small:.2f}")


accumulate(clip_each=False)
# > clip_each=False  norm 10.05  gradient -1.00 -0.10
accumulate(clip_each=True)
# > clip_each=True   norm  1.00  gradient -0.71 -0.71
# --8<-- [end:accumulation]

# --8<-- [start:scaler]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def with_scaler(unscale):
    torch.manual_seed(0)
    model = nn.Linear(2, 1).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    scaler = torch.amp.GradScaler(device.type, init_scale=64.0)
    start = model.weight.detach().clone()
    with torch.autocast(device.type, dtype=torch.float16):
        outputs = model(inputs.to(device))
    loss = criterion(outputs.float(), targets.to(device))
    scaler.scale(loss).backward()
    if unscale:
        scaler.unscale_(optimizer)  # divides the gradients by the scale
    norm = nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    scaler.step(optimizer)
    scaler.update()
    moved = (model.weight - start).norm()
    print(f"{unscale=!s:5}  norm {norm:5.0f}   moved {moved:.3f}")


with_scaler(unscale=True)
# > unscale=True   norm   121   moved 0.097
with_scaler(unscale=False)
# > unscale=False  norm  7720   moved 0.002
# --8<-- [end:scaler]
