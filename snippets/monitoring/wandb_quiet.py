# /// script
# requires-python = ">=3.11"
# dependencies = ["wandb>=0.31"]
#
# [tool.tbe]
# timeout = 120
# ///
"""Offline keeps the run at home, and still the package asks for its site: which hosts, and how to stop that."""

import os
import subprocess
import sys

# --8<-- [start:hosts]
script = """
import sys

def watch(event, args):
    if event == "socket.getaddrinfo" and args[0] not in ("localhost", "127.0.0.1"):
        print("asks for", args[0], flush=True)
        raise OSError("no network here")

sys.addaudithook(watch)

import wandb

with wandb.init(project="digits", mode="offline") as run:
    run.log({"loss": 1.0})
"""
for reporting in ("true", "false"):
    environ = os.environ | {
        "WANDB_SILENT": "true",
        "WANDB_ERROR_REPORTING": reporting,
    }
    child = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environ,
        check=True,
    )
    print(
        f"WANDB_ERROR_REPORTING={reporting}: {sorted(set(child.stdout.splitlines()))}"
    )
# > WANDB_ERROR_REPORTING=true: ['asks for api.forge.coreweave.com']
# > WANDB_ERROR_REPORTING=false: []
# --8<-- [end:hosts]
