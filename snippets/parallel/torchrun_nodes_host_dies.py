# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 240
# ///
"""One of two hosts dies: what the other one prints, and how an elastic job goes on alone."""

# --8<-- [start:worker]
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import torch
import torch.distributed as dist

CHECKPOINT = Path("epoch.txt")  # on a disk that all hosts share


def main(name):
    dist.init_process_group("gloo")
    rank, world_size = dist.get_rank(), dist.get_world_size()
    attempt = os.environ["TORCHELASTIC_RESTART_COUNT"]
    first = int(CHECKPOINT.read_text()) + 1 if CHECKPOINT.exists() else 0
    for epoch in range(first, 6):
        if epoch == 2 and world_size == 1 and attempt == "0":
            time.sleep(600)  # a long epoch: the second host comes meanwhile
        if epoch == 4 and name == "dies":  # the power fails: nothing is left
            time.sleep(0.3)
            os.kill(os.getppid(), signal.SIGKILL)  # torchrun
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(1)
        dist.all_reduce(torch.ones(1))  # all share this epoch's work
        if rank == 0:
            CHECKPOINT.write_text(str(epoch))
        dist.barrier()
        print(f"epoch {epoch}: {world_size} at work, restart {attempt}", flush=True)
    dist.destroy_process_group()


if "RANK" in os.environ:  # torchrun has started this process
    main(sys.argv[1])
    sys.exit()
# --8<-- [end:worker]


# --8<-- [start:dies]
def torchrun(name, *options):
    command = [sys.executable, "-m", "torch.distributed.run"]
    fresh = {"TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1"}  # a new store each attempt
    return subprocess.Popen(
        [*command, *options, __file__, name],
        env={"OMP_NUM_THREADS": "1", **fresh, **os.environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


meet = "--nnodes=2", "--master-addr=127.0.0.1", f"--master-port={free_port()}"
stays = torchrun("stays", *meet, "--node-rank=0")
dies = torchrun("dies", *meet, "--node-rank=1")
dies.communicate()
out, messages = stays.communicate()
print(out, end="")
# > epoch 0: 2 at work, restart 0
# > epoch 1: 2 at work, restart 0
# > epoch 2: 2 at work, restart 0
# > epoch 3: 2 at work, restart 0
for line in messages.splitlines():
    # Leave out the place in gloo's source.
    if line.startswith("[rank0]: RuntimeError"):
        reason = line[line.index("Connection") :].partition(". ")[0]
        print(line.partition("[/")[0] + "..." + reason)
    if line.rstrip().endswith("ChildFailedError:"):
        print(line)
# ~ [rank0]: RuntimeError: ...Connection closed by peer [127.0.0.1]:14737
# > torch.distributed.elastic.multiprocessing.errors.ChildFailedError:
print("exit code", stays.returncode)
# > exit code 1
print("timeout of a group, by default:", dist.default_pg_timeout)
# > timeout of a group, by default: 0:30:00
# --8<-- [end:dies]

# --8<-- [start:elastic]
CHECKPOINT.unlink()
meet = (
    "--rdzv-backend=c10d",
    f"--rdzv-endpoint=localhost:{free_port()}",
    "--rdzv-id=a",
)
elastic = "--nnodes=1:2", "--max-restarts=1", "--local-addr=127.0.0.1"
soon = "--rdzv-conf=last_call_timeout=1"  # defaults to 30 seconds
stays = torchrun("stays", *meet, *elastic, soon)
for _ in range(2):
    print(stays.stdout.readline(), end="")
# > epoch 0: 1 at work, restart 0
# > epoch 1: 1 at work, restart 0
dies = torchrun("dies", *meet, *elastic, soon)
dies.communicate()
print(stays.communicate()[0], end="")
# > epoch 2: 2 at work, restart 0
# > epoch 3: 2 at work, restart 0
# > epoch 4: 1 at work, restart 1
# > epoch 5: 1 at work, restart 1
print("exit code", stays.returncode)
# > exit code 0
# --8<-- [end:elastic]
