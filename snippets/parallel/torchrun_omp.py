# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""The first message of torchrun: each process gets one thread, unless you say otherwise."""

# --8<-- [start:omp]
import os
import subprocess
import sys

if "RANK" in os.environ:  # torchrun has started this process
    import torch

    if os.environ["RANK"] == "0":
        print(f"threads of each process: {torch.get_num_threads()}")
    sys.exit()


def torchrun(**environment):
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    without = {k: v for k, v in os.environ.items() if k != "OMP_NUM_THREADS"}
    done = subprocess.run(
        [*command, "--nproc-per-node=2", __file__],
        env=without | environment,
        capture_output=True,
        text=True,
    )
    lines = [line for line in done.stderr.splitlines() if "OMP_NUM_THREADS" in line]
    for line in lines:
        print("Setting" + line.partition("Setting")[2].partition(" in default")[0])
    print(done.stdout, end="")


torchrun()
# > Setting OMP_NUM_THREADS environment variable for each process to be 1
# > threads of each process: 1
torchrun(OMP_NUM_THREADS="2")
# > threads of each process: 2
# --8<-- [end:omp]
