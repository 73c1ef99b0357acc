# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What PyTorch says to a card that its build has no code for; the cards are made up."""

import warnings
from unittest import mock

import torch


# --8<-- [start:new]
def pretend(name, capability, build):
    """Torch's own two checks, told that this card is there, in this build."""
    card = mock.patch.multiple(
        torch.cuda,
        device_count=lambda: 1,
        get_device_name=lambda index: name,
        get_device_capability=lambda index: capability,
        get_arch_list=lambda: build,
    )
    version = mock.patch.object(torch.version, "cuda", "13.0")
    with card, version, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        torch.cuda._check_cubins()
        torch.cuda._check_capability()
    return (
        "\n".join(str(warning.message) for warning in caught).strip().splitlines()
    )


older_build = ["sm_75", "sm_80", "sm_86", "sm_90"]
for line in pretend("NVIDIA GeForce RTX 5090", (12, 0), older_build)[:2]:
    print(line)
# > NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation.
# > The current PyTorch install supports CUDA capabilities sm_75 sm_80 sm_86 sm_90.
# --8<-- [end:new]

# --8<-- [start:old]
this_build = ["sm_75", "sm_80", "sm_86", "sm_90", "sm_100", "sm_120"]
lines = pretend("NVIDIA GeForce GTX 1080", (6, 1), this_build)
print(lines[0])
# > NVIDIA GeForce GTX 1080 with CUDA capability sm_61 is not compatible with the current PyTorch installation.
for line in lines:
    if "pip install" in line:
        print(line.split(" use ")[0].strip())
# ~ For CUDA 12.6
# <= 2.11
# --8<-- [end:old]
