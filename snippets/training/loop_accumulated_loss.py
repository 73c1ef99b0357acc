# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.accumulate-loss-tensor"]
# ///
"""Summing loss instead of loss.item(): the sum keeps the graph of every batch."""

import weakref

import torch
from torch import nn
from torch.autograd.graph import saved_tensors_hooks

# --8<-- [start:total]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 1))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()


def epoch(loader, item):
    total = 0.0
    model.train()  # 1 training mode
    for inputs, targets in loader:
        optimizer.zero_grad()  # 2 clear the old gradients
        loss = criterion(model(inputs), targets)  # 3 forward and loss
        loss.backward()  # 4 gradients
        optimizer.step()  # 5 update
        total += loss.item() if item else loss
    return total


loader = [(torch.randn(16, 4), torch.randn(16, 1)) for _ in range(3)]
total = epoch(loader, item=False)
print(f"loss:        {type(total).__name__}, {total.requires_grad=}")
# > loss:        Tensor, total.requires_grad=True
print(f"             {total.grad_fn.name()=}")
# >              total.grad_fn.name()='AddBackward0'
print(f"loss.item(): {type(epoch(loader, item=True)).__name__}")
# > loss.item(): float
# --8<-- [end:total]


# --8<-- [start:answer]
total = 0.0
with torch.no_grad():  # in validation; in training backward() comes as usual
    for inputs, targets in loader:
        loss = criterion(model(inputs), targets)
        total += loss.item() * len(inputs)  # a float: no graph behind it
# --8<-- [end:answer]


# --8<-- [start:nodes]
def nodes(total):
    """Count the graph nodes that this number keeps alive."""
    seen, todo = set(), [getattr(total, "grad_fn", None)]
    while todo:
        node = todo.pop()
        if node is not None and node not in seen:
            seen.add(node)
            todo += [parent for parent, _ in node.next_functions]
    return len(seen)


for batches in (1, 10, 100):
    loader = [(torch.randn(16, 4), torch.randn(16, 1)) for _ in range(batches)]
    kept = nodes(epoch(loader, item=False)), nodes(epoch(loader, item=True))
    print(
        f"{batches:3} batches: {kept[0]:3} nodes with loss, {kept[1]} with item()"
    )
# >   1 batches:  11 nodes with loss, 0 with item()
# >  10 batches:  74 nodes with loss, 0 with item()
# > 100 batches: 704 nodes with loss, 0 with item()
# --8<-- [end:nodes]


# --8<-- [start:validation]
class Saved:
    """A tensor that the graph keeps for backward()."""

    def __init__(self, tensor):
        self.tensor = tensor.detach()


alive = weakref.WeakSet()


def pack(tensor):
    saved = Saved(tensor)
    alive.add(saved)
    return saved


there = [*model.parameters(), *(tensor for batch in loader for tensor in batch)]
not_new = {tensor.data_ptr() for tensor in there}  # weights, inputs, targets


def activations():
    """Count the activations that are kept, each of them once."""
    return len({saved.tensor.data_ptr() for saved in alive} - not_new)


with saved_tensors_hooks(pack, lambda saved: saved.tensor):
    total = epoch(loader, item=False)
    print(f"training, total += loss:        {activations():3} activations")
    total = sum(criterion(model(inputs), targets) for inputs, targets in loader)
    print(f"validation, total += loss:      {activations():3} activations")
    total = sum(
        criterion(model(inputs), targets).item() for inputs, targets in loader
    )
    print(f"validation, loss.item():        {activations():3} activations")
    losses = [criterion(model(inputs), targets) for inputs, targets in loader]
    print(f"validation, losses.append(loss): {activations():2} activations")
    losses = []
    with torch.no_grad():
        total = sum(criterion(model(inputs), targets) for inputs, targets in loader)
    print(f"validation, loss and no_grad:   {activations():3} activations")
# > training, total += loss:          0 activations
# > validation, total += loss:      200 activations
# > validation, loss.item():          0 activations
# > validation, losses.append(loss): 200 activations
# > validation, loss and no_grad:     0 activations
# --8<-- [end:validation]
