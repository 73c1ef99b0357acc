# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Two processes without a message: one that the system ends, and one that may use one core."""

# --8<-- [start:killed]
import os
import signal
import subprocess
import sys

ENDINGS = {
    "an error in Python": "raise RuntimeError('out of memory')",
    "ended by the system": f"import os; os.kill(os.getpid(), {int(signal.SIGKILL)})",
}
for name, code in ENDINGS.items():
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    lines = done.stderr.splitlines()
    last = lines[-1] if lines else "nothing"
    shell = done.returncode if done.returncode >= 0 else 128 - done.returncode
    print(f"{name:19} | exit code in the shell: {shell:3} | stderr: {last}")
# > an error in Python  | exit code in the shell:   1 | stderr: RuntimeError: out of memory
# > ended by the system | exit code in the shell: 137 | stderr: nothing
# --8<-- [end:killed]

# --8<-- [start:threads]
ASK = "import torch; print(torch.get_num_threads(), end=' ')"
MORE = "; torch.set_num_threads(2); print('then', torch.get_num_threads())"
for variable in "1", "2":
    settings = os.environ | {"OMP_NUM_THREADS": variable}
    command = [sys.executable, "-c", ASK + MORE]
    done = subprocess.run(command, env=settings, capture_output=True, text=True)
    print(f"OMP_NUM_THREADS={variable}: threads {done.stdout.strip()}")
# > OMP_NUM_THREADS=1: threads 1 then 2
# > OMP_NUM_THREADS=2: threads 2 then 2
# --8<-- [end:threads]
