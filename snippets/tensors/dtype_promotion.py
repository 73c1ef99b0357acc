# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Which dtype comes out when two meet."""

import torch

# --8<-- [start:promotion]
ints = torch.tensor([1, 2, 3])
floats = torch.tensor([1.0, 2.0, 3.0])
doubles = floats.double()
halves = floats.half()

print(f"{(ints + floats).dtype=}")
# > (ints + floats).dtype=torch.float32
print(f"{(ints + halves).dtype=}")  # any float beats any integer
# > (ints + halves).dtype=torch.float16
print(f"{(floats + halves).dtype=}")
# > (floats + halves).dtype=torch.float32
print(f"{(floats + doubles).dtype=}")
# > (floats + doubles).dtype=torch.float64
print(f"{(ints / ints).dtype=}, {(ints // ints).dtype=}")
# > (ints / ints).dtype=torch.float32, (ints // ints).dtype=torch.int64
# --8<-- [end:promotion]

# --8<-- [start:scalars]
print(f"{(floats * 0.1).dtype=}, {(ints * 0.1).dtype=}, {(ints * 2).dtype=}")
# > (floats * 0.1).dtype=torch.float32, (ints * 0.1).dtype=torch.float32, (ints * 2).dtype=torch.int64
one = torch.tensor(1.0, dtype=torch.float64)  # no dimension
print(f"{(floats + one).dtype=}")
# > (floats + one).dtype=torch.float32
print(f"{(floats + one.reshape(1)).dtype=}")
# > (floats + one.reshape(1)).dtype=torch.float64
# --8<-- [end:scalars]
