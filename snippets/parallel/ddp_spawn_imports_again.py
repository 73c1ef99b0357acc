# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# claims = ["two.spawn-vs-fork", "two.spawn-missing-guard", "err.mp-spawn-inner"]
# ///
"""spawn imports your file again in every child: what stands outside the guard runs again."""

import subprocess
import sys
from pathlib import Path

import torch.multiprocessing as mp

# --8<-- [start:again]
print(f"top of the file, __name__ is {__name__}")
# > top of the file, __name__ is __main__


def fail(rank):
    raise ValueError(f"bad sample on rank {rank}")


if __name__ == "__main__":
    try:
        mp.spawn(fail, nprocs=1)
    except mp.ProcessRaisedException as error:
        lines = str(error).strip().splitlines()
        print(lines[0], lines[-1], sep="\n")
# > top of the file, __name__ is __mp_main__
# > -- Process 0 terminated with the following error:
# > ValueError: bad sample on rank 0
# --8<-- [end:again]

# --8<-- [start:no-guard]
SCRIPT = """
import torch.multiprocessing as mp
mp.spawn(print, nprocs=1)
"""
if __name__ == "__main__":
    Path("no_guard.py").write_text(SCRIPT)
    command = [sys.executable, "no_guard.py"]
    run = subprocess.run(command, capture_output=True, text=True)
    print(run.stderr[run.stderr.index("RuntimeError:") :].split("\n\n")[0])
    print(run.stderr.strip().splitlines()[-1])
# > RuntimeError:
# >         An attempt has been made to start a new process before the
# >         current process has finished its bootstrapping phase.
# > torch.multiprocessing.spawn.ProcessExitedException: process 0 terminated with exit code 1
# --8<-- [end:no-guard]
