"""ddp: results come back in rank order, the group is ready inside, and a failing worker is named."""

import atexit
import sys
import time
from pathlib import Path

import pytest
import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from torchbyexample.ddp import launch, mean_over_ranks


def _report(rank, offset):
    if rank == 0:
        time.sleep(0.2)  # rank 1 ends first; the order of the results must not change
    mean = mean_over_ranks(torch.tensor([rank, 10.0 * rank]))
    return rank + offset, dist.get_rank(), dist.get_world_size(), dist.get_backend(), mean, mean_over_ranks(float(rank)).item()


def _raise_on_rank_1(rank):
    if rank == 1:
        raise KeyError("no such sample")
    dist.barrier()  # waits for rank 1 and would wait for the whole timeout if nobody ended it


def test_results_arguments_group_and_mean():
    for rank, (sum_, group_rank, world_size, backend, mean, number) in enumerate(launch(_report, 2, 100)):
        assert (sum_, group_rank, world_size, backend) == (rank + 100, rank, 2, "gloo")
        assert mean.tolist() == [0.5, 5.0]
        assert number == 0.5
    assert not dist.is_initialized()


def test_a_failing_worker_is_named_and_ends_the_others():
    started = time.monotonic()
    with pytest.raises(mp.ProcessRaisedException, match=r"(?s)Process 1 terminated.*KeyError: 'no such sample'"):
        launch(_raise_on_rank_1, 2, timeout=600)
    assert time.monotonic() - started < 300


def _train_then_list_threads_at_exit(rank, folder):
    def list_threads():
        names = [Path(task, "comm").read_text().strip() for task in Path("/proc/self/task").iterdir()]
        Path(folder, f"threads{rank}").write_text(" ".join(names))

    atexit.register(list_threads)
    model = DistributedDataParallel(nn.Linear(1, 1))
    optimizer = torch.optim.SGD(model.parameters())
    model(torch.ones(1, 1)).sum().backward()
    optimizer.step()


@pytest.mark.skipif(sys.platform != "linux", reason="reads the names of threads from /proc")
def test_no_thread_of_the_group_outlives_it(tmp_path):
    launch(_train_then_list_threads_at_exit, 2, str(tmp_path))
    for rank in range(2):
        names = (tmp_path / f"threads{rank}").read_text()
        assert names
        assert "gloo" not in names


@pytest.mark.parametrize("world_size", [0, -1])
def test_world_size_must_be_positive(world_size):
    with pytest.raises(ValueError, match=f"got {world_size}"):
        launch(_report, world_size)


def test_mean_without_a_group_is_a_copy_without_graph():
    value = torch.tensor([1.0, 3.0], requires_grad=True)
    mean = mean_over_ranks(value)
    assert mean.tolist() == [1.0, 3.0]
    assert not mean.requires_grad
    mean += 1
    assert value.tolist() == [1.0, 3.0]
