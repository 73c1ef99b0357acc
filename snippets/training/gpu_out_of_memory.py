# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# alone = true
# ///
"""Out of memory on a GPU: the message, when the memory comes back, and a second try that works."""

import torch

# --8<-- [start:recover]
device = torch.device("cuda")
_, total = torch.cuda.mem_get_info()  # bytes of the card
try:
    torch.empty(4 * total, dtype=torch.uint8, device=device)
except torch.OutOfMemoryError as error:
    print(f"{type(error).__name__}: {str(error).partition('.')[0]}.")
    print(f"{isinstance(error, RuntimeError)=}")


def step(size):
    activations = torch.empty(64, 1024, 1024, device=device)  # 256 MiB
    return activations, torch.empty(size, dtype=torch.uint8, device=device)


before = torch.cuda.memory_allocated()
try:
    step(4 * total)
except torch.OutOfMemoryError:
    print(f"in except:    still held: {torch.cuda.memory_allocated() > before}")
print(f"after except: still held: {torch.cuda.memory_allocated() > before}")

size, outputs = 4 * total, None
while outputs is None:
    try:
        outputs = step(size)
    except torch.OutOfMemoryError:
        size = size // 2  # the next try begins after the block
print(f"{size < 4 * total=}")
del outputs
# --8<-- [end:recover]
