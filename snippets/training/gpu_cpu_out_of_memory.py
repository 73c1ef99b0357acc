# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.cpu-oom"]
# ///
"""Out of memory on the CPU: a shape that nobody meant, and when memory comes back after an error."""

import weakref

import torch

# --8<-- [start:terabytes]
predictions = torch.empty(40_000_000, 1)  # (rows, 1)
targets = torch.empty(40_000_000)  # (rows,)
try:
    predictions - targets  # (rows, rows)
except RuntimeError as error:
    message = str(error)
    message = message[message.index("DefaultCPU") :].partition(". ")[0]
    print(f"{type(error).__name__}: ... {message}")
# > RuntimeError: ... DefaultCPUAllocator: can't allocate memory: you tried to allocate 6400000000000000 bytes
# --8<-- [end:terabytes]

# --8<-- [start:terabytes-fixed]
predictions, targets = predictions[:4], targets[:4]  # the same slip, small
print(f"{(predictions - targets).shape=}")
# > (predictions - targets).shape=torch.Size([4, 4])
print(f"{(predictions.squeeze(1) - targets).shape=}")
# > (predictions.squeeze(1) - targets).shape=torch.Size([4])
# --8<-- [end:terabytes-fixed]


# --8<-- [start:recover]
def step(rows):
    activations = torch.zeros(1000)
    alive.append(weakref.ref(activations))
    return torch.empty(rows, 1000)  # does not fit


alive = []
try:
    step(rows=4_000_000_000_000)
except RuntimeError:
    print(f"in except:    activations alive: {alive[0]() is not None}")
# > in except:    activations alive: True
print(f"after except: activations alive: {alive[0]() is not None}")
# > after except: activations alive: False
# --8<-- [end:recover]
