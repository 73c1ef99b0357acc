# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""A rank that calls one collective less: the others wait until the timeout, and the message tells where."""

import time
import traceback

# --8<-- [start:hang]
import torch
import torch.distributed as dist

from torchbyexample.ddp import launch


def worker(rank):
    dist.all_reduce(torch.ones(1))  # both ranks
    if rank == 1:
        time.sleep(5)  # busy with something else: saving, or validating
        return "left out a call"
    try:
        dist.all_reduce(torch.ones(1))  # rank 0 alone
    except RuntimeError as error:
        place = traceback.extract_tb(error.__traceback__)[0].line
        wait = str(error).partition("]")[2].strip()
        return f"{type(error).__name__}: {wait}\n        at {place}"
    return "went on"


if __name__ == "__main__":
    for rank, report in enumerate(launch(worker, 2, timeout=2.0)):
        print(f"rank {rank}: {report}")
# > rank 0: RuntimeError: Timed out waiting 2000ms for recv operation to complete
# >         at dist.all_reduce(torch.ones(1))  # rank 0 alone
# > rank 1: left out a call
# --8<-- [end:hang]
