# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.ddp-not-initialised", "err.address-in-use"]
# timeout = 120
# ///
"""Who asks for a process group that is not there, and who holds the port: the usual causes one after the other."""

import os
import tempfile
from pathlib import Path

import torch.distributed as dist
import torch.multiprocessing as mp
from torch.utils.data import DistributedSampler

# Hide the GPUs: the messages are those of a laptop.
os.environ["CUDA_VISIBLE_DEVICES"] = ""


# --8<-- [start:no-group]
def in_a_group(_):
    return dist.is_initialized()


if __name__ == "__main__":
    for name, call in (
        ("get_rank", dist.get_rank),
        ("sampler", lambda: DistributedSampler(range(4))),
        ("barrier", dist.barrier),
    ):
        try:
            call()
        except ValueError as error:
            print(f"{name}: {str(error).split(',')[0]}")
    # in a script that also runs without torchrun
    rank = dist.get_rank() if dist.is_initialized() else 0
    sampler = DistributedSampler(range(4), num_replicas=1, rank=0)
    print(f"{rank=} {len(sampler)=}")

    file = Path(tempfile.mkdtemp(), "group").as_uri()
    dist.init_process_group("gloo", init_method=file, rank=0, world_size=1)
    with mp.get_context("spawn").Pool(1) as pool:
        child = pool.map(in_a_group, [0])[0]
    print(f"in the parent: {in_a_group(0)}, in its child: {child}")
    dist.destroy_process_group()
    print(f"after destroy_process_group: {in_a_group(0)}")
# > get_rank: Default process group has not been initialized
# > sampler: Default process group has not been initialized
# > barrier: Default process group has not been initialized
# > rank=0 len(sampler)=4
# > in the parent: True, in its child: False
# > after destroy_process_group: False
# --8<-- [end:no-group]

# --8<-- [start:port]
if __name__ == "__main__":
    # what rank 0 does when it joins: it opens the port for the others
    first = dist.TCPStore("127.0.0.1", 0, 2, is_master=True, wait_for_workers=False)
    address = f"tcp://127.0.0.1:{first.port}"
    try:  # a second process that calls itself rank 0
        dist.init_process_group("gloo", init_method=address, rank=0, world_size=2)
    except dist.DistNetworkError as error:
        print(f"{type(error).__name__}: ...{str(error).rpartition(',')[2]}")
    # port 0 asks the system for a free one
    second = dist.TCPStore(
        "127.0.0.1", 0, 2, is_master=True, wait_for_workers=False
    )
    print(f"{second.port != first.port=}")
# > DistNetworkError: ... message: address already in use
# > second.port != first.port=True
# --8<-- [end:port]
