# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 120
# ///
"""What torchrun says when the hosts do not find each other, with timeouts of 2 seconds."""

# --8<-- [start:nobody]
import os
import socket
from pathlib import Path

import torch.distributed as dist
from torch.distributed import run  # what `torchrun` calls
from torch.distributed.elastic.rendezvous.api import (
    RendezvousConnectionError,
    RendezvousTimeoutError,
)
from torch.distributed.elastic.rendezvous.dynamic_rendezvous import (
    RendezvousTimeout,
)

Path("train.py").touch()  # none of these comes as far as running it


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


# host 1, and host 0 has not been started, or its address is wrong
address = ["--master-addr=127.0.0.1", f"--master-port={free_port()}"]
host = ["--nnodes=2", "--node-rank=1", *address, "--rdzv-conf=timeout=2"]
try:
    run.main([*host, "train.py"])
except dist.DistNetworkError as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# ~ DistNetworkError: The client socket has timed out after 2000ms while trying to connect to (127.0.0.1, 33131).
# --8<-- [end:nobody]

# --8<-- [start:alone]
# host 0, and host 1 never comes
host = ["--nnodes=2", "--node-rank=0", *address, "--rdzv-conf=timeout=2"]
try:
    run.main([*host, "train.py"])
except dist.DistStoreError as error:
    print(f"{type(error).__name__}: {error}")
# ~ DistStoreError: Timed out after 3 seconds waiting for clients. 1/2 clients joined.
# --8<-- [end:alone]

# --8<-- [start:c10d-nobody]
address = ["--rdzv-backend=c10d", f"--rdzv-endpoint=127.0.0.1:{free_port()}"]
host = ["--nnodes=2", *address, "--rdzv-id=a"]
try:
    run.main([*host, "--rdzv-conf=is_host=0,read_timeout=2", "train.py"])
except RendezvousConnectionError as error:
    print(f"{type(error).__name__}: {error}")
    print(
        f"{type(error.__cause__).__name__}: {str(error.__cause__).splitlines()[0]}"
    )
# > RendezvousConnectionError: The connection to the C10d store has failed. See inner exception for details.
# ~ DistNetworkError: The client socket has timed out after 2000ms while trying to connect to (127.0.0.1, 39699).
# --8<-- [end:c10d-nobody]

# --8<-- [start:c10d-alone]
try:
    run.main([*host, "--rdzv-conf=is_host=1,join_timeout=2", "train.py"])
except RendezvousTimeoutError as error:
    print(f"{type(error).__name__}: {error}")
# > RendezvousTimeoutError:
# --8<-- [end:c10d-alone]

# --8<-- [start:interface]
os.environ["GLOO_SOCKET_IFNAME"] = "eth9"  # `ip address` lists the names
store = Path("store").absolute().as_uri()
try:
    dist.init_process_group("gloo", init_method=store, rank=0, world_size=1)
except RuntimeError as error:
    print(f"{type(error).__name__}: ...{str(error).rpartition('.')[2]}")
# > RuntimeError: ... Unable to find address for: eth9
# --8<-- [end:interface]

# --8<-- [start:defaults]
defaults = vars(run.get_args_parser().parse_args(["train.py"]))
names = "nproc_per_node nnodes node_rank master_addr rdzv_backend max_restarts"
for name in names.split():
    print(f"{name}: {defaults[name]}")
# > nproc_per_node: 1
# > nnodes: 1:1
# > node_rank: 0
# > master_addr: 127.0.0.1
# > rdzv_backend: static
# > max_restarts: 0
print(f"join_timeout: {RendezvousTimeout().join}")
# > join_timeout: 0:10:00
# --8<-- [end:defaults]
