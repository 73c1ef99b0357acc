# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# gpus = 1
# ///
"""CPU and GPU in one profile: which kernels take the time."""

# --8<-- [start:gpu]
import torch
from torch import nn
from torch.profiler import ProfilerActivity, profile

model, inputs = nn.Linear(4096, 4096).cuda(), torch.randn(512, 4096).cuda()
model(inputs)  # warm up
with profile(activities=[ProfilerActivity.CPU, ProfilerActivity.CUDA]) as prof:
    for _ in range(10):
        model(inputs)
    torch.cuda.synchronize()  # wait until the GPU is done

rows = prof.key_averages()
top = max(rows, key=lambda row: row.self_device_time_total)
print(f"{top.key}: {top.self_device_time_total / 1000:.1f} ms on the GPU")
prof.export_chrome_trace("gpu.json")
# --8<-- [end:gpu]
