# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""The options of torch.load and load_state_dict."""

import torch
from torch import nn

# --8<-- [start:assign]
state = nn.Linear(2, 1).half().state_dict()  # 16-bit tensors
for assign in (False, True):
    layer = nn.Linear(2, 1)
    layer.load_state_dict(state, assign=assign)
    print(f"{assign=}: {layer.weight.dtype}")
# > assign=False: torch.float32
# > assign=True: torch.float16
# --8<-- [end:assign]

# --8<-- [start:assign-optimizer]
for assign in (False, True):
    layer = nn.Linear(2, 1)
    optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)  # too early
    layer.load_state_dict(nn.Linear(2, 1).state_dict(), assign=assign)
    before = layer.weight.detach().clone()
    layer(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    print(f"{assign=}: learns {not torch.equal(before, layer.weight)}")
# > assign=False: learns True
# > assign=True: learns False
# --8<-- [end:assign-optimizer]

# --8<-- [start:load]
old = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
torch.save(old.state_dict(), "old.pt")
print(torch.load("old.pt", map_location="cpu")["0.bias"].device)
# > cpu
print(torch.load("old.pt", map_location="meta")["0.bias"].device)
# > meta
whole = torch.load("old.pt")
mapped = torch.load("old.pt", mmap=True)  # read from the disk when needed
print(torch.equal(whole["0.weight"], mapped["0.weight"]))
# > True
# --8<-- [end:load]
