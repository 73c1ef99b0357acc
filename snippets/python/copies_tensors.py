# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
# ///
"""A slice of a tensor or an array is a view; clone() copies."""

import copy

import numpy as np
import torch

# --8<-- [start:view]
t = torch.tensor([1, 2, 3])
array = np.array([1, 2, 3])
view, clone = t[:], t.clone()
array_view, array_copy = array[:], array.copy()
t[0] = array[0] = 99
print(f"{view=}  {clone=}")
# > view=tensor([99,  2,  3])  clone=tensor([1, 2, 3])
print(f"{array_view=}  {array_copy=}")
# > array_view=array([99,  2,  3])  array_copy=array([1, 2, 3])
# --8<-- [end:view]

# --8<-- [start:ways]
t = torch.tensor([1.0, 2.0], requires_grad=True)
ways = {
    "t[:]": t[:],
    "copy.copy(t)": copy.copy(t),
    "t.detach()": t.detach(),
    "t.clone()": t.clone(),
    "t.detach().clone()": t.detach().clone(),
    "copy.deepcopy(t)": copy.deepcopy(t),
}
print(f"{'':20}own memory  in the graph of t  requires_grad")
# >                     own memory  in the graph of t  requires_grad
for code, b in ways.items():
    own = b.data_ptr() != t.data_ptr()
    graph = b.grad_fn is not None
    print(f"{code:20}{own!s:12}{graph!s:19}{b.requires_grad}")
# > t[:]                False       True               True
# > copy.copy(t)        False       False              True
# > t.detach()          False       False              False
# > t.clone()           True        True               True
# > t.detach().clone()  True        False              False
# > copy.deepcopy(t)    True        False              True
# --8<-- [end:ways]

# --8<-- [start:list]
snapshots = [torch.zeros(2), torch.zeros(2)]
shallow = snapshots[:]
cloned = [tensor.clone() for tensor in snapshots]
snapshots[0] += 1
print(shallow[0], cloned[0])
# > tensor([1., 1.]) tensor([0., 0.])
# --8<-- [end:list]

# --8<-- [start:nonleaf]
w = torch.ones(2, requires_grad=True)
loss = (w * 3).sum()
try:
    copy.deepcopy({"loss": loss})
except RuntimeError as error:
    print(f"RuntimeError: {error}")
# > RuntimeError: Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol at the moment.  If you were attempting to deepcopy a module, this may be because of a torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001
print(copy.deepcopy({"loss": loss.item()}))
# > {'loss': 6.0}
print(copy.deepcopy({"loss": loss.detach()}))
# > {'loss': tensor(6.)}
# --8<-- [end:nonleaf]


# --8<-- [start:nonleaf-model]
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = torch.nn.Linear(2, 1)

    def forward(self, inputs):
        self.last = self.fc(inputs)
        return self.last


model = Net()
copy.deepcopy(model)
print("before the first call: copied")
# > before the first call: copied
model(torch.ones(1, 2))
try:
    copy.deepcopy(model)
except RuntimeError as error:
    print(str(error)[:70])
# > Only Tensors created explicitly by the user (graph leaves) support the

model.last = model.last.detach()
copy.deepcopy(model)
print("with last detached: copied")
# > with last detached: copied


class InInit(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = torch.nn.Parameter(torch.ones(2))
        self.doubled = self.weight * 2  # computed once, in __init__


try:
    copy.deepcopy(InInit())
except RuntimeError as error:
    print(str(error)[:70])
# > Only Tensors created explicitly by the user (graph leaves) support the
linear = torch.nn.Linear(2, 1)
copy.deepcopy(torch.nn.utils.parametrizations.weight_norm(linear))
print("parametrizations.weight_norm: copied")
# > parametrizations.weight_norm: copied
# --8<-- [end:nonleaf-model]

# --8<-- [start:lock]
import threading


class Cached:
    def __init__(self, log):
        self.values, self.log = [1, 2], log


with open("log.txt", "w") as file:
    for log in (file, threading.Lock(), (i for i in "ab")):
        try:
            copy.deepcopy(Cached(log))
        except TypeError as error:
            print(f"TypeError: {error}")
# > TypeError: cannot pickle '_io.TextIOWrapper' object
# > TypeError: cannot pickle '_thread.lock' object
# > TypeError: cannot pickle 'generator' object
# --8<-- [end:lock]
