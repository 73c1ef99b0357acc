# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.torchrun-env"]
# ///
"""What torchrun tells each process it starts, on one host and on two."""

# --8<-- [start:one-host]
import os
import socket
import subprocess
import sys

if "RANK" in os.environ:  # torchrun has started this process
    names = "RANK", "LOCAL_RANK", "GROUP_RANK", "WORLD_SIZE", "LOCAL_WORLD_SIZE"
    line = " ".join(f"{name}={os.environ[name]}" for name in names) + "\n"
    if os.environ["RANK"] == "0":
        line += f"meet at {os.environ['MASTER_ADDR']} {os.environ['MASTER_PORT']}\n"
    sys.stdout.write(line)  # in one piece, or the lines of two processes mix
    sys.exit()


def torchrun(*options):
    command = [sys.executable, "-m", "torch.distributed.run", *options, __file__]
    one_thread = {"OMP_NUM_THREADS": "1", **os.environ}
    return subprocess.Popen(
        command,
        env=one_thread,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def show(*hosts):
    lines = [line for host in hosts for line in host.communicate()[0].splitlines()]
    print(*sorted(lines), sep="\n")


show(torchrun("--standalone", "--nproc-per-node=2"))
# > RANK=0 LOCAL_RANK=0 GROUP_RANK=0 WORLD_SIZE=2 LOCAL_WORLD_SIZE=2
# > RANK=1 LOCAL_RANK=1 GROUP_RANK=0 WORLD_SIZE=2 LOCAL_WORLD_SIZE=2
# ~ meet at localhost 33471
# --8<-- [end:one-host]

# --8<-- [start:two-hosts]
with socket.create_server(("127.0.0.1", 0)) as server:
    port = server.getsockname()[1]  # a free one
both = "--nnodes=2", "--nproc-per-node=2"
meet = "--master-addr=127.0.0.1", f"--master-port={port}"
show(
    torchrun(*both, *meet, "--node-rank=0"),
    torchrun(*both, *meet, "--node-rank=1"),
)
# > RANK=0 LOCAL_RANK=0 GROUP_RANK=0 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=1 LOCAL_RANK=1 GROUP_RANK=0 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=2 LOCAL_RANK=0 GROUP_RANK=1 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=3 LOCAL_RANK=1 GROUP_RANK=1 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# ~ meet at 127.0.0.1 42839
print("port of --master-port:", port)
# ~ port of --master-port: 42839
# --8<-- [end:two-hosts]

# --8<-- [start:c10d]
meet = "--rdzv-backend=c10d", f"--rdzv-endpoint=localhost:{port}", "--rdzv-id=a"
here = "--local-addr=127.0.0.1"  # how the others reach this host
show(torchrun(*both, *meet, here), torchrun(*both, *meet, here))
# > RANK=0 LOCAL_RANK=0 GROUP_RANK=0 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=1 LOCAL_RANK=1 GROUP_RANK=0 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=2 LOCAL_RANK=0 GROUP_RANK=1 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# > RANK=3 LOCAL_RANK=1 GROUP_RANK=1 WORLD_SIZE=4 LOCAL_WORLD_SIZE=2
# ~ meet at 127.0.0.1 36371
print("port of --rdzv-endpoint:", port)
# ~ port of --rdzv-endpoint: 42839
# --8<-- [end:c10d]
