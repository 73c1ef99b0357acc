# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.spawn-no-guard"]
# timeout = 180
# ///
"""Without the __main__ guard a spawned worker runs the whole program again and stops."""

import subprocess
import sys

# --8<-- [start:guard]
program = """
from torch.utils.data import DataLoader

loader = DataLoader([10, 20], num_workers=1, multiprocessing_context="spawn")
print([batch.item() for batch in loader])
"""

with open("no_guard.py", "w") as file:
    file.write(program)

run = subprocess.run(
    [sys.executable, "no_guard.py"], capture_output=True, text=True
)
lines = run.stderr.splitlines()
start = next(n for n, line in enumerate(lines) if line.startswith("RuntimeError"))
print("\n".join(line for line in lines[start : start + 11] if line))
# > RuntimeError:
# >         An attempt has been made to start a new process before the
# >         current process has finished its bootstrapping phase.
# >         This probably means that you are not using fork to start your
# >         child processes and you have forgotten to use the proper idiom
# >         in the main module:
# >             if __name__ == '__main__':
# >                 freeze_support()
# >                 ...
print(lines[-1])
# ~ RuntimeError: DataLoader worker (pid(s) 6) exited unexpectedly
# --8<-- [end:guard]

# --8<-- [start:fixed]
program = """
from torch.utils.data import DataLoader

if __name__ == "__main__":
    loader = DataLoader([10, 20], num_workers=1, multiprocessing_context="spawn")
    print([batch.item() for batch in loader])
"""

with open("guard.py", "w") as file:
    file.write(program)

run = subprocess.run([sys.executable, "guard.py"], capture_output=True, text=True)
print(run.stdout.strip())
# > [10, 20]
# --8<-- [end:fixed]
