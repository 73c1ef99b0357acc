# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Why torch.cuda.is_available() is False: what to look at, in which order."""

import os

import torch


# --8<-- [start:why]
def why_no_gpu(built_for, is_available, visible):
    """Which of the usual causes: the build, a hidden GPU, or the driver."""
    if is_available:
        return "it sees a GPU"
    if built_for is None:
        return "a build without CUDA: install another one"
    if visible in ("", "-1"):
        return "CUDA_VISIBLE_DEVICES hides it: unset it"
    return "no GPU, no driver, a driver too old, or a container without --gpus"


visible = os.environ.get("CUDA_VISIBLE_DEVICES")
reason = why_no_gpu(torch.version.cuda, torch.cuda.is_available(), visible)
print(repr(reason))
# ~ 'no GPU, no driver, a driver too old, or a container without --gpus'
# --8<-- [end:why]

# --8<-- [start:cases]
print(why_no_gpu(None, False, None))
# > a build without CUDA: install another one
print(why_no_gpu("13.0", False, ""))
# > CUDA_VISIBLE_DEVICES hides it: unset it
print(why_no_gpu("13.0", False, None))
# > no GPU, no driver, a driver too old, or a container without --gpus
# --8<-- [end:cases]
