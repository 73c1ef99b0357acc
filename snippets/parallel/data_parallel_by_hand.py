# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mgpu.average-of-results", "mgpu.like-minibatch", "dp.distributes-then-averages", "dp.batch-size-shrinks"]
# ///
"""What nn.DataParallel does on several GPUs, done by hand on the CPU: outputs are joined, gradients are summed, nothing is averaged."""

import copy
import inspect
import re

import torch
from torch import nn

# --8<-- [start:by-hand]
torch.manual_seed(0)
model, criterion = nn.Linear(3, 1), nn.MSELoss()
inputs, targets = torch.randn(8, 3), torch.randn(8, 1)


def data_parallel(devices):
    parts = inputs.chunk(devices)  # scatter: cut the batch
    # replicate: the whole model on every device
    replicas = [copy.deepcopy(model) for _ in parts]
    # parallel_apply: a thread for each
    results = [r(part) for r, part in zip(replicas, parts, strict=True)]
    # gather: one tensor again, on the first device, and one loss
    outputs = torch.cat(results)
    loss = criterion(outputs, targets)
    loss.backward()
    summed = sum(replica.weight.grad for replica in replicas)
    return [len(part) for part in parts], outputs, loss, summed


parts, outputs, loss, summed = data_parallel(devices=2)
criterion(model(inputs), targets).backward()
whole = model.weight.grad.clone()
shapes = f"outputs {tuple(outputs.shape)}, loss {tuple(loss.shape)}"
print(f"parts {parts}, {shapes}")
# > parts [4, 4], outputs (8, 1), loss ()
print(f"sum of gradients is the whole batch's: {torch.allclose(summed, whole)}")
# > sum of gradients is the whole batch's: True
# --8<-- [end:by-hand]

# --8<-- [start:source]
forward = inspect.getsource(nn.DataParallel.forward)
for word in ("scatter", "replicate", "parallel_apply", "gather", "mean"):
    print(f"{word:14} {word in forward}")
# > scatter        True
# > replicate      True
# > parallel_apply True
# > gather         True
# > mean           False
documentation = " ".join(nn.DataParallel.__doc__.split())
found = re.search("gradients from each replica are summed", documentation)
print(found[0])
# > gradients from each replica are summed
# --8<-- [end:source]


# --8<-- [start:average]
def gradient(rows):
    model.zero_grad()
    criterion(model(inputs[rows]), targets[rows]).backward()
    return model.weight.grad.clone()


for cut in (4, 6):
    average = (gradient(slice(cut)) + gradient(slice(cut, None))) / 2
    same = torch.allclose(average, whole)
    print(f"{cut} + {8 - cut} rows: the average is the whole batch's: {same}")
# > 4 + 4 rows: the average is the whole batch's: True
# > 6 + 2 rows: the average is the whole batch's: False
# --8<-- [end:average]

# --8<-- [start:chunks]
for rows, devices in ((8, 4), (10, 4), (5, 4)):
    parts = [len(part) for part in torch.zeros(rows, 3).chunk(devices)]
    print(f"batch {rows:2} on {devices} devices: {parts}")
# > batch  8 on 4 devices: [2, 2, 2, 2]
# > batch 10 on 4 devices: [3, 3, 3, 1]
# > batch  5 on 4 devices: [2, 2, 1]
# --8<-- [end:chunks]

# --8<-- [start:uneven]
model.zero_grad()
parts, outputs, loss, summed = data_parallel(devices=3)
same = torch.allclose(summed, whole)
print(f"parts {parts}: the sum is the whole batch's: {same}")
# > parts [3, 3, 2]: the sum is the whole batch's: True
# --8<-- [end:uneven]

# --8<-- [start:batchnorm]
norm = nn.BatchNorm1d(3)
together = norm(inputs)
apart = torch.cat([norm(part) for part in inputs.chunk(2)])
same = torch.allclose(together, apart, atol=1e-3)
print(f"BatchNorm, same outputs in two parts: {same}")
# > BatchNorm, same outputs in two parts: False
# --8<-- [end:batchnorm]
