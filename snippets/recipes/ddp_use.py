# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""The ddp recipe: one function in two processes, results by rank."""

# --8<-- [start:answer]
import torch

from torchbyexample.ddp import launch, mean_over_ranks


def worker(rank):
    return mean_over_ranks(torch.tensor(float(rank))).item()


if __name__ == "__main__":
    print(launch(worker, 2))
# > [0.5, 0.5]
# --8<-- [end:answer]
