"""Start one function in several processes that form a group, and get back what each of them returned.

Works on a laptop without a GPU (backend "gloo") and with one GPU a process (backend "nccl"). For real jobs `torchrun`
starts the processes instead; `mean_over_ranks` is of use under both, and in a program of one process too.
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
import torch.multiprocessing as mp


def launch(worker: Callable[..., Any], world_size: int, *args: Any, backend: str = "gloo", timeout: float = 60.0) -> list[Any]:
    """Run `worker(rank, *args)` in `world_size` new processes and return their results in rank order.

    Call it under `if __name__ == "__main__":`, because each process imports your file again. Inside `worker` the default
    process group is ready; with "nccl" the current device is the GPU with the number of the rank. What the worker takes and
    returns travels by pickle: return plain numbers or tensors on the CPU.

    Args:
        worker: a function at the top level of a module; its first argument is the rank, 0 to world_size - 1.
        world_size: how many processes; with "nccl" at most the number of GPUs.
        backend: "gloo" for tensors on the CPU, "nccl" for tensors on GPUs.
        timeout: seconds that a process waits for the others before it raises.

    Raises:
        ValueError: world_size is less than 1.
        torch.multiprocessing.ProcessRaisedException: a worker raised; the text holds the traceback of the first. The others are ended.

    >>> launch(pow, 0)
    Traceback (most recent call last):
        ...
    ValueError: world_size must be at least 1, got 0
    """
    if world_size < 1:
        raise ValueError(f"world_size must be at least 1, got {world_size}")
    with tempfile.TemporaryDirectory() as folder:  # a fresh one: a store left by an earlier run would mislead this one
        mp.spawn(_join, args=(worker, world_size, args, backend, timeout, folder), nprocs=world_size)
        return [pickle.loads(Path(folder, f"result{rank}").read_bytes()) for rank in range(world_size)]


def _join(rank: int, worker: Callable[..., Any], world_size: int, args: tuple[Any, ...], backend: str, timeout: float, folder: str) -> None:
    if backend == "nccl":
        torch.cuda.set_device(rank)
    else:
        torch.set_num_threads(max(1, (os.cpu_count() or 1) // world_size))  # or every process takes all cores
    store = dist.FileStore(str(Path(folder, "store")), world_size)  # they meet in a file: no port that may be taken
    dist.init_process_group(backend, store=store, rank=rank, world_size=world_size, timeout=timedelta(seconds=timeout))
    try:
        result = worker(rank, *args)
    except Exception:
        try:
            Path(folder, "failed").touch(exist_ok=False)
        except FileExistsError:  # another rank failed first and ours came of it: leave the word to that one, and be ended
            time.sleep(timeout)
        raise
    Path(folder, f"result{rank}").write_bytes(pickle.dumps(result))
    dist.destroy_process_group()


def mean_over_ranks(value: torch.Tensor | float) -> torch.Tensor:
    """The mean of every rank's `value`, the same on all ranks: what to log, where each rank knows its own loss only.

    Every rank must call it. Without a process group there is one value, and that is its mean.

    Args:
        value: a floating point tensor of the same shape on every rank, or a number; it is left as it is.

    Returns:
        A new tensor of the same shape, without a graph.

    >>> mean_over_ranks(2.5)
    tensor(2.5000)
    """
    mean = torch.as_tensor(value).detach().clone()
    if dist.is_initialized():
        dist.all_reduce(mean)
        mean /= dist.get_world_size()
    return mean
