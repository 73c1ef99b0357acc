# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""pin_memory asks for page-locked host memory; pin_memory_device is deprecated and ignored."""

import warnings

import torch
from torch.utils.data import DataLoader

# --8<-- [start:pin]
pin_memory = torch.cuda.is_available()  # pinning is for copies to a GPU
loader = DataLoader([7], pin_memory=pin_memory)
batch = next(iter(loader))
print(f"batch {batch.tolist()} is on {batch.device}")
# > batch [7] is on cpu
print(f"asked: '{pin_memory}', pinned: '{batch.is_pinned()}'")
# ~ asked: 'False', pinned: 'False'
# --8<-- [end:pin]

# --8<-- [start:deprecated]
for pin_memory in (False, True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        next(
            iter(
                DataLoader(
                    loader.dataset,
                    pin_memory=pin_memory,
                    pin_memory_device="cuda",
                )
            )
        )
    found = [
        f"{w.category.__name__}: {w.message}"
        for w in caught
        if "pin_memory_device" in str(w.message)
    ]
    print(f"pin_memory={pin_memory}: {found or 'silence'}")
# > pin_memory=False: silence
# > pin_memory=True: ["UserWarning: pin_memory_device is deprecated, the current accelerator will be used as the device,ignore pin_memory_device='cuda'."]
# --8<-- [end:deprecated]
