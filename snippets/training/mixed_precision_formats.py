# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# ///
"""What float16 and bfloat16 can hold, and why losses are scaled and weights stay float32."""

import torch

# --8<-- [start:formats]
for dtype in (torch.float32, torch.float16, torch.bfloat16):
    info = torch.finfo(dtype)
    print(f"{dtype!s:14} largest {info.max:.1e}   step at 1: {info.eps:.1e}")
# > torch.float32  largest 3.4e+38   step at 1: 1.2e-07
# > torch.float16  largest 6.6e+04   step at 1: 9.8e-04
# > torch.bfloat16 largest 3.4e+38   step at 1: 7.8e-03

for value in (70000.0, 1e-8, 1.001):
    number = torch.tensor(value)
    half, brain = number.half().item(), number.bfloat16().item()
    print(f"{value:9}   float16 {half:<9.4g}   bfloat16 {brain:.4g}")
# >   70000.0   float16 inf         bfloat16 7.014e+04
# >     1e-08   float16 0           bfloat16 1.001e-08
# >     1.001   float16 1.001       bfloat16 1
# --8<-- [end:formats]

# --8<-- [start:scaling]
gradients = torch.tensor([1e-3, 1e-6, 1e-8])
print(f"float16          {gradients.half().float()}")
# > float16          tensor([1.0004e-03, 1.0133e-06, 0.0000e+00])
scale = 2.0**16  # 65536
scaled = (gradients * scale).half()
print(f"scaled float16   {scaled.float()}")
# > scaled float16   tensor([6.5562e+01, 6.5552e-02, 6.5517e-04])
print(f"scaled and back  {scaled.float() / scale}")
# > scaled and back  tensor([1.0004e-03, 1.0002e-06, 9.9972e-09])
# --8<-- [end:scaling]

# --8<-- [start:weights]
for dtype in (torch.float32, torch.bfloat16):
    weight = torch.ones(1, dtype=dtype)
    for _ in range(1000):
        weight -= 0.001  # 1,000 steps of 0.001: from 1 to 0
    print(f"{dtype!s:14} {abs(weight.item()):.2f}")
# > torch.float32  0.00
# > torch.bfloat16 1.00
# --8<-- [end:weights]
