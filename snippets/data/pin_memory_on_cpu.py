# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["data.pin-memory", "err.pin-memory-warning"]
# figures = ["pin_memory_paths.svg"]
# ///
"""pin_memory=True on a machine without a GPU: a warning, and ordinary batches."""

import os

import matplotlib.pyplot as plt
import torch
from torch.utils.data import DataLoader

# --8<-- [start:warning]
os.environ["CUDA_VISIBLE_DEVICES"] = ""  # if there is a GPU: do not see it

loader = DataLoader(torch.arange(8.0), batch_size=4, pin_memory=True)
for batch in loader:
    print(f"{batch.tolist()} {batch.device.type=} {batch.is_pinned()=}")
# > [0.0, 1.0, 2.0, 3.0] batch.device.type='cpu' batch.is_pinned()=False
# > [4.0, 5.0, 6.0, 7.0] batch.device.type='cpu' batch.is_pinned()=False
# ! UserWarning: 'pin_memory' argument is set as true but no accelerator is found, then device pinned memory won't be used.
# --8<-- [end:warning]

# --8<-- [start:ask-first]
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
loader = DataLoader(
    torch.arange(8.0), batch_size=4, pin_memory=device.type == "cuda"
)
for batch in loader:
    print(f"{batch.tolist()} {batch.is_pinned()=}")
# > [0.0, 1.0, 2.0, 3.0] batch.is_pinned()=False
# > [4.0, 5.0, 6.0, 7.0] batch.is_pinned()=False
# --8<-- [end:ask-first]

# --8<-- [start:by-hand]
try:
    torch.zeros(4).pin_memory()
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error)!r}")
# ~ RuntimeError: 'Found no NVIDIA driver on your system. Please check that you have an NVIDIA GPU and installed a driver from http://www.nvidia.com/Download/index.aspx'
# --8<-- [end:by-hand]

# --8<-- [start:guarded]
batch = torch.zeros(4)
if torch.cuda.is_available():
    batch = batch.pin_memory()
print(f"pinned: '{batch.is_pinned()}'")
# ~ pinned: 'False'
# --8<-- [end:guarded]

# --8<-- [start:figure]
figure, axes = plt.subplots(figsize=(6.4, 1.9))
for y, places in (
    (
        1,
        {
            "pageable\nCPU memory": "gray",
            "pinned buffer\nof the driver": "#1c7ed6",
            "GPU\nmemory": "#2b8a3e",
        },
    ),
    (
        0,
        {"": "none", "pinned\nCPU memory": "#1c7ed6", "GPU\nmemory": "#2b8a3e"},
    ),
):
    for x, (name, colour) in enumerate(places.items()):
        box = {
            "boxstyle": "round,pad=0.5",
            "facecolor": "none",
            "edgecolor": colour,
            "linewidth": 1.5,
        }
        axes.text(2 * x, y, name, ha="center", va="center", bbox=box)
for x, y, who in (
    (0, 1, "CPU\ncopies"),
    (2, 1, "GPU\nfetches"),
    (2, 0, "GPU\nfetches"),
):
    axes.annotate("", (x + 1.35, y), (x + 0.65, y), arrowprops={"arrowstyle": "->"})
    axes.text(x + 1, y + 0.12, who, ha="center")
axes.set(xlim=(-0.6, 4.6), ylim=(-0.4, 1.4))
axes.axis("off")
figure.savefig("pin_memory_paths.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
