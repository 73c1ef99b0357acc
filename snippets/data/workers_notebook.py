# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# timeout = 180
# ///
"""A dataset class that no file holds, as in a notebook, cannot be found by a worker that is not forked."""

import subprocess
import sys

# --8<-- [start:typed]
typed = """
from torch.utils.data import DataLoader, Dataset

class Numbers(Dataset):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        return index

loader = DataLoader(Numbers(), num_workers=1, multiprocessing_context="spawn")
print([batch.item() for batch in loader])
"""

# "python -c" runs a program that lies in no file, like the cells of a notebook
run = subprocess.run([sys.executable, "-c", typed], capture_output=True, text=True)
lines = run.stderr.splitlines()
print(next(line for line in lines if line.startswith("AttributeError")))
# > AttributeError: Can't get attribute 'Numbers' on <module '__main__' (built-in)>
print(lines[-1])
# ~ RuntimeError: DataLoader worker (pid(s) 6) exited unexpectedly
# --8<-- [end:typed]

# --8<-- [start:in-a-file]
class_part, rest = typed.split("\nloader")
with open("my_data.py", "w") as file:
    file.write(class_part)
typed = (
    "from torch.utils.data import DataLoader\nfrom my_data import Numbers\nloader"
)
run = subprocess.run(
    [sys.executable, "-c", typed + rest], capture_output=True, text=True
)
print(run.stdout.strip())
# > [0, 1, 2, 3]
# --8<-- [end:in-a-file]

# --8<-- [start:under-guard]
body = (
    class_part.replace("\n", "\n    ")
    + "\n    loader"
    + rest.replace("\n", "\n    ")
)
with open("under_guard.py", "w") as file:
    file.write(f'if __name__ == "__main__":{body}')
run = subprocess.run(
    [sys.executable, "under_guard.py"], capture_output=True, text=True
)
lines = run.stderr.splitlines()
error = next(line for line in lines if line.startswith("AttributeError"))
print(error.partition(" from ")[0])
# > AttributeError: Can't get attribute 'Numbers' on <module '__mp_main__'
# --8<-- [end:under-guard]
