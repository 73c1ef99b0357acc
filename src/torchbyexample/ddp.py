"""Start one function in several processes that form a group; get back their results.

Works on a laptop without a GPU (backend "gloo") and with one GPU a process ("nccl").
For real jobs `torchrun` starts the processes; `mean_over_ranks` is of use there too.
"""

from __future__ import annotations

import os
import pickle
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist
import torch.distributed.nn  # early, see _join
import torch.multiprocessing as mp


def launch(
    worker: Callable[..., Any],
    world_size: int,
    *args: Any,
    backend: str = "gloo",
    timeout: float = 60.0,
) -> list[Any]:
    """Run `worker(rank, *args)` in `world_size` new processes; their results by rank.

    Call it under `if __name__ == "__main__":`, for each process imports your file
    again. Inside `worker` the default process group is ready; with "nccl" the current
    device is the GPU with the number of the rank. Arguments and results travel by
    pickle: return plain numbers or tensors on the CPU.

    Args:
        worker: a function at the top level of a module. Its first argument is the
            rank, 0 to world_size - 1.
        world_size: how many processes; with "nccl" at most the number of GPUs.
        args: what `worker` gets after the rank.
        backend: "gloo" for tensors on the CPU, "nccl" for tensors on GPUs.
        timeout: seconds that a process waits for the others before it raises.

    Raises:
        ValueError: world_size is less than 1.
        torch.multiprocessing.ProcessRaisedException: a worker raised. The text holds
            the traceback of the first that did; the others are ended.

    Examples:
        >>> launch(pow, 2, 3)  # rank 0 returns 0 ** 3, rank 1 returns 1 ** 3
        [0, 1]
        >>> launch(pow, 0)
        Traceback (most recent call last):
            ...
        ValueError: world_size must be at least 1, got 0
    """
    if world_size < 1:
        raise ValueError(f"world_size must be at least 1, got {world_size}")
    # A fresh folder: what an earlier run left in a store would mislead this one.
    with tempfile.TemporaryDirectory() as folder:
        setup = (worker, args, world_size, folder, backend, timeout)
        mp.spawn(_join, args=setup, nprocs=world_size)
        files = [Path(folder, f"result{rank}") for rank in range(world_size)]
        return [pickle.loads(file.read_bytes()) for file in files]


def _join(
    rank: int,
    worker: Callable[..., Any],
    args: tuple[Any, ...],
    world_size: int,
    folder: str,
    backend: str,
    timeout: float,
) -> None:
    # DDP and optimizers import torch.distributed.nn late. If a group exists by then, the
    # import keeps it, and a thread of it that outlives Python can abort the process
    # (SIGABRT). That is why it is imported at the top of this file.
    if backend == "nccl":
        torch.cuda.set_device(rank)
    else:  # without this every process would take all cores
        torch.set_num_threads(max(1, (os.cpu_count() or 1) // world_size))
    dist.init_process_group(
        backend,
        store=dist.FileStore(str(Path(folder, "store")), world_size),  # no port needed
        rank=rank,
        world_size=world_size,
        timeout=timedelta(seconds=timeout),
    )
    try:
        result = worker(rank, *args)
    except Exception:
        try:
            Path(folder, "failed").touch(exist_ok=False)
        except FileExistsError:
            # Another rank failed first, and this failure came of it. Leave the word
            # to that one and wait to be ended.
            time.sleep(timeout)
        raise
    Path(folder, f"result{rank}").write_bytes(pickle.dumps(result))
    dist.destroy_process_group()


def mean_over_ranks(value: torch.Tensor | float) -> torch.Tensor:
    """The mean of every rank's `value`, the same on all ranks: for losses to log.

    Every rank must call it. Without a process group the mean is the value itself.

    Args:
        value: a number or a floating point tensor, of one shape on all ranks.

    Returns:
        A new tensor of that shape, without a graph.

    Examples:
        >>> mean_over_ranks(2.5)
        tensor(2.5000)
    """
    mean = torch.as_tensor(value).detach().clone()
    if dist.is_initialized():
        dist.all_reduce(mean)
        mean /= dist.get_world_size()
    return mean
