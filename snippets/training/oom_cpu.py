# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What the CPU says when a tensor does not fit, and free memory in pieces."""

# --8<-- [start:cpu]
import torch

try:
    torch.empty(1_000_000, 3, 4096, 4096)  # a data set as one tensor
except RuntimeError as error:  # no torch.OutOfMemoryError: that is a GPU's
    print(type(error).__name__, isinstance(error, torch.OutOfMemoryError))
    message = str(error)
    print("..." + message[message.index("you tried") :].partition(".")[0])
# > RuntimeError False
# > ...you tried to allocate 201326592000000 bytes
print(f"{1_000_000 * 3 * 4096 * 4096 * 4=:,} bytes")
# > 1_000_000 * 3 * 4096 * 4096 * 4=201,326,592,000,000 bytes
# --8<-- [end:cpu]

# --8<-- [start:pieces]
memory = "aaabbbcccddd"  # four tensors of 3 bytes each


def free(memory, name):
    return memory.replace(name, ".")


def fits(memory, size):
    return "." * size in memory  # in one piece


memory = free(free(memory, "a"), "c")
print(memory, memory.count("."), "free,", f"{fits(memory, 4)=}")
# > ...bbb...ddd 6 free, fits(memory, 4)=False
memory = free(memory, "b")
print(memory, memory.count("."), "free,", f"{fits(memory, 4)=}")
# > .........ddd 9 free, fits(memory, 4)=True
# --8<-- [end:pieces]
