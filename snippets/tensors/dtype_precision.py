# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["dtype_precision.svg"]
# ///
"""What each dtype can hold, and what it loses without a word."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:table]
kinds = (torch.float64, torch.float32, torch.bfloat16, torch.float16)
for dtype in kinds:
    info = torch.finfo(dtype)
    print(
        f"{dtype}: {info.bits // 8} bytes, to {info.max:.2g}, step {info.eps:.2g}"
    )
# > torch.float64: 8 bytes, to 1.8e+308, step 2.2e-16
# > torch.float32: 4 bytes, to 3.4e+38, step 1.2e-07
# > torch.bfloat16: 2 bytes, to 3.4e+38, step 0.0078
# > torch.float16: 2 bytes, to 6.6e+04, step 0.00098
for dtype in (torch.int64, torch.int32, torch.uint8):
    info = torch.iinfo(dtype)
    print(f"{dtype}: {info.bits // 8} bytes, {info.min} to {info.max}")
# > torch.int64: 8 bytes, -9223372036854775808 to 9223372036854775807
# > torch.int32: 4 bytes, -2147483648 to 2147483647
# > torch.uint8: 1 bytes, 0 to 255
# --8<-- [end:table]

# --8<-- [start:losses]
print(f"{torch.tensor([2.7, -2.7]).long()=}")  # cut off, not rounded
# > torch.tensor([2.7, -2.7]).long()=tensor([ 2, -2])
print(f"{torch.tensor([2.7, -2.7]).round().long()=}")
# > torch.tensor([2.7, -2.7]).round().long()=tensor([ 3, -3])
print(f"{torch.tensor([70_000.0]).half()=}")  # above float16's end
# > torch.tensor([70_000.0]).half()=tensor([inf], dtype=torch.float16)
print(f"{torch.tensor([256.0]).bfloat16() + 1=}")  # the step is 2 here
# > torch.tensor([256.0]).bfloat16() + 1=tensor([256.], dtype=torch.bfloat16)
print(f"{torch.tensor([0.1, 0.0, -2.0]).bool()=}")  # anything but 0 is True
# > torch.tensor([0.1, 0.0, -2.0]).bool()=tensor([ True, False,  True])
# --8<-- [end:losses]

# --8<-- [start:uint8]
pixels = torch.tensor([100, 200, 250], dtype=torch.uint8)

print(f"{pixels + 10=}")  # wraps around at 256
# > pixels + 10=tensor([110, 210,   4], dtype=torch.uint8)
print(f"{(pixels.int() + 10).clamp(max=255).to(torch.uint8)=}")
# > (pixels.int() + 10).clamp(max=255).to(torch.uint8)=tensor([110, 210, 255], dtype=torch.uint8)
print(f"{pixels.float().mean()=:.2f}")
# > pixels.float().mean()=183.33
# --8<-- [end:uint8]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(4.8, 3))
colors = ("#1c7ed6", "#2b8a3e", "#d9480f")
for dtype, color in zip(kinds[1:], colors, strict=True):
    info = torch.finfo(dtype)
    powers = torch.arange(0, 17 if dtype != torch.float16 else 16)
    sizes = 2.0**powers
    name = str(dtype).removeprefix("torch.")
    style = {"label": name, "color": color, "marker": "o", "markersize": 3}
    axes.loglog(sizes, sizes * info.eps, base=2, **style)
axes.set(xlabel="size of the number", ylabel="gap to the next number")
axes.set_xticks([2**i for i in range(0, 17, 4)])
axes.set_yticks([2.0**i for i in range(-20, 11, 5)])
axes.grid(alpha=0.3)
axes.xaxis.set_major_formatter("{x:.0f}")
axes.yaxis.set_major_formatter("{x:.3g}")
axes.legend(frameon=False, ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))
figure.savefig("dtype_precision.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
