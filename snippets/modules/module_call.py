# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.model-vs-forward"]
# ///
"""model(inputs) runs the hooks and then forward; model.forward(inputs) skips them, and pruning shows the price."""

import torch
from torch import nn
from torch.nn.utils import prune

# --8<-- [start:hooks]
model = nn.Linear(2, 1)
model.register_forward_hook(lambda *_: print("    the hook ran"))

print("model(inputs)")
# > model(inputs)
model(torch.ones(1, 2))
# >     the hook ran
print("model.forward(inputs)")
# > model.forward(inputs)
model.forward(torch.ones(1, 2))

outer = nn.Sequential(model)
outer.register_forward_hook(lambda *_: print("    the outer hook ran"))
print("outer.forward(inputs)")
# > outer.forward(inputs)
outer.forward(torch.ones(1, 2))  # calls model(inputs)
# >     the hook ran
# --8<-- [end:hooks]

# --8<-- [start:stale]
layer = nn.Linear(2, 1, bias=False)
with torch.no_grad():
    layer.weight.copy_(torch.tensor([[1.0, 2.0]]))
prune.l1_unstructured(layer, "weight", amount=1)  # from now on a hook makes weight
optimizer = torch.optim.SGD(layer.parameters(), lr=0.1)

inputs = torch.tensor([[2.0, 3.0]])
layer(inputs).sum().backward()
print(f"before the step: {layer.weight[0].tolist()}")
# > before the step: [0.0, 2.0]
optimizer.step()  # moves weight_orig

stale = layer.forward(inputs).item()
fresh = layer(inputs).item()
print(f"layer.forward(inputs): {stale:.1f}")
# > layer.forward(inputs): 6.0
print(f"layer(inputs):         {fresh:.1f}")
# > layer(inputs):         5.1
print(f"after the call:  {[round(w, 1) for w in layer.weight[0].tolist()]}")
# > after the call:  [0.0, 1.7]
# --8<-- [end:stale]
