# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What the installed torch says about itself: Python, CUDA libraries, GPU architectures, Windows."""

from importlib.metadata import distributions, metadata, requires
from pathlib import Path

import torch

# --8<-- [start:cuda]
names = [need.split("==")[0].split("[")[0] for need in requires("torch")]
cuda = [name for name in names if name.startswith(("cuda-toolkit", "nvidia-"))]
print(repr(" ".join(cuda)))
# ~ 'cuda-toolkit nvidia-cudnn-cu13 nvidia-cusparselt-cu13 nvidia-nccl-cu13 nvidia-nvshmem-cu13'
# --8<-- [end:cuda]

# --8<-- [start:python]
print(repr(metadata("torch")["Requires-Python"]))
# ~ '>=3.10'
topics = metadata("torch").get_all("Classifier")
names = [topic.rpartition(" ")[2] for topic in topics if "Python :: 3." in topic]
print(repr(" ".join(names)))
# ~ '3.10 3.11 3.12 3.13 3.14'
# --8<-- [end:python]

# --8<-- [start:architectures]
names = torch.cuda.get_arch_list()  # sm_75 is compute capability 7.5
capabilities = [f"{name[3:-1]}.{name[-1]}" for name in names]
print(repr(" ".join(capabilities)))
# ~ '7.5 8.0 8.6 9.0 10.0 12.0'
# --8<-- [end:architectures]

# --8<-- [start:cudnn]
for package in distributions():  # needs no import of torch
    if package.name.startswith("nvidia-cudnn"):
        paths = [path for path in package.files if path.name == "libcudnn.so.9"]
        print(package.name, [(str(path), path.locate().exists()) for path in paths])
# ~ nvidia-cudnn-cu13 [('nvidia/cudnn/lib/libcudnn.so.9', True)]
# --8<-- [end:cudnn]

# --8<-- [start:windows]
hint = "Microsoft Visual C++ Redistributable is not installed"
print(hint in Path(torch.__file__).read_text(encoding="utf-8"))
# > True
# --8<-- [end:windows]
