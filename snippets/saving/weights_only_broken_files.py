# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["err.load-not-a-checkpoint", "err.load-truncated"]
# ///
"""The file is something else, or only half of it arrived."""

import os
import pickle
import zipfile
from pathlib import Path

import torch

# --8<-- [start:pointer]
Path("pointer.pt").write_text("version https://git-lfs.github.com/spec/v1\n")
Path("page.pt").write_text("<!DOCTYPE html><html>404 Not Found</html>\n")

for name in ("pointer.pt", "page.pt"):
    try:
        torch.load(name)
    except pickle.UnpicklingError as error:
        message = str(error)
        operand = next(line for line in message.splitlines() if "operand" in line)
        print(f"{type(error).__name__}: {message.split('. ')[0]}. ... {operand}")
# > UnpicklingError: Weights only load failed. ... Unsupported operand 118
# > UnpicklingError: Weights only load failed. ... Unsupported operand 60
# --8<-- [end:pointer]

# --8<-- [start:look]
for name in ("pointer.pt", "page.pt"):
    print(f"{name}: {Path(name).read_bytes()[:20]}, {zipfile.is_zipfile(name)=}")
# > pointer.pt: b'version https://git-', zipfile.is_zipfile(name)=False
# > page.pt: b'<!DOCTYPE html><html', zipfile.is_zipfile(name)=False
try:
    torch.load("pointer.pt", weights_only=False)
except pickle.UnpicklingError as error:
    print(f"{type(error).__name__}: {error}")
# > UnpicklingError: invalid load key, 'v'.
# --8<-- [end:look]

# --8<-- [start:half]
torch.save(torch.zeros(10_000), "whole.pt")
content = Path("whole.pt").read_bytes()
Path("half.pt").write_bytes(content[: len(content) // 2])
Path("crumb.pt").write_bytes(content[:100])

try:
    torch.load("half.pt")
except OSError as error:
    print(f"{type(error).__name__}: {error}")
# > OSError: [Errno 22] Invalid argument
try:
    torch.load("crumb.pt")
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split('. ')[0]}.")
# > RuntimeError: PytorchStreamReader failed reading zip archive: failed finding central directory.
print(f"{zipfile.is_zipfile('whole.pt')=}, {zipfile.is_zipfile('half.pt')=}")
# > zipfile.is_zipfile('whole.pt')=True, zipfile.is_zipfile('half.pt')=False
# --8<-- [end:half]


# --8<-- [start:replace]
def save_whole(checkpoint, path):
    """Write beside the file, then put it in place in one step."""
    with open(f"{path}.tmp", "wb") as file:
        torch.save(checkpoint, file)
        file.flush()
        os.fsync(file.fileno())  # on the disk, not only on its way
    os.replace(f"{path}.tmp", path)


save_whole(torch.zeros(10_000), "half.pt")
print(f"{torch.load('half.pt').shape=}, {Path('half.pt.tmp').exists()=}")
# > torch.load('half.pt').shape=torch.Size([10000]), Path('half.pt.tmp').exists()=False
# --8<-- [end:replace]
