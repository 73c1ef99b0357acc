# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""to() gives back a converted tensor and leaves the old one as it was."""

# --8<-- [start:answer]
import torch

x = torch.tensor([1, 2, 3])
x = x.float()  # int64 -> float32
print(x.dtype)
# > torch.float32
# --8<-- [end:answer]

# --8<-- [start:smallest]
x = torch.tensor([1, 2, 3])
y = x.to(torch.float32)

print(f"{x=}, {x.dtype=}")  # as before
# > x=tensor([1, 2, 3]), x.dtype=torch.int64
print(f"{y=}, {y.dtype=}")
# > y=tensor([1., 2., 3.]), y.dtype=torch.float32
# --8<-- [end:smallest]

# --8<-- [start:spellings]
print(f"{x.float().dtype=}")  # the same as x.to(torch.float32)
# > x.float().dtype=torch.float32
print(f"{y.long().dtype=}, {y.double().dtype=}, {y.half().dtype=}")
# > y.long().dtype=torch.int64, y.double().dtype=torch.float64, y.half().dtype=torch.float16
print(f"{y.type_as(x).dtype=}, {y.to(x).dtype=}")  # as another tensor
# > y.type_as(x).dtype=torch.int64, y.to(x).dtype=torch.int64
other = torch.zeros(1, dtype=torch.int64, device="meta")  # a device without values
print(f"{y.to(other).device=}")  # to() takes over the device, too
# > y.to(other).device=device(type='meta')
# --8<-- [end:spellings]

# --8<-- [start:no-copy]
print(f"{y.to(torch.float32) is y=}")  # nothing to do, nothing copied
# > y.to(torch.float32) is y=True
print(f"{y.to(torch.float32, copy=True) is y=}")
# > y.to(torch.float32, copy=True) is y=False
print(f"{y.cpu() is y=}")
# > y.cpu() is y=True
# --8<-- [end:no-copy]
