# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["infer.eval", "infer.no-grad", "mis.no-grad-disables-dropout"]
# ///
"""eval() and no_grad() are two switches: one for the layers, one for the graph."""

import torch
from torch import nn

# --8<-- [start:four]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 64), nn.BatchNorm1d(64), nn.Dropout(0.5))
inputs = torch.randn(32, 4)

for mode in ("train", "eval"):
    for grad in (True, False):
        model.train(mode == "train")
        before = model[1].running_mean.clone()
        with torch.set_grad_enabled(grad):
            first, second = model(inputs), model(inputs)
        print(
            f"{mode:5} {'graph   ' if grad else 'no graph'}"
            f"  requires_grad {first.requires_grad!s:5}"
            f"  twice the same {torch.equal(first, second)!s:5}"
            f"  BatchNorm moved {not torch.equal(before, model[1].running_mean)}"
        )
# > train graph     requires_grad True   twice the same False  BatchNorm moved True
# > train no graph  requires_grad False  twice the same False  BatchNorm moved True
# > eval  graph     requires_grad True   twice the same True   BatchNorm moved False
# > eval  no graph  requires_grad False  twice the same True   BatchNorm moved False
# --8<-- [end:four]

# --8<-- [start:dropout]
dropout = nn.Dropout(0.5)  # a new module is in train mode
with torch.no_grad():
    kept = [int((dropout(torch.ones(1000)) > 0).sum()) for _ in range(3)]
print(f"all 1000 kept: {[count == 1000 for count in kept]}")
# > all 1000 kept: [False, False, False]

dropout.eval()
print(f"all 1000 kept: {int((dropout(torch.ones(1000)) > 0).sum()) == 1000}")
# > all 1000 kept: True
# --8<-- [end:dropout]
