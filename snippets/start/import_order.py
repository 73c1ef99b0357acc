# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "tensorflow-cpu>=2.19", "tensorboard>=2.19"]
#
# [tool.tbe]
# timeout = 240
# ///
"""Both libraries in one process: which one is imported first decides whether the first optimizer crashes."""

import signal
import subprocess
import sys

# --8<-- [start:order]
OPTIMIZER = "torch.optim.SGD([torch.ones(1, requires_grad=True)])"


def ending(*lines):
    command = [sys.executable, "-c", "\n".join(lines)]
    code = subprocess.run(command, stderr=subprocess.DEVNULL).returncode
    return (
        f"killed by {signal.Signals(-code).name}"
        if code < 0
        else f"exit code {code}"
    )


print("TensorFlow first: ", ending("import tensorflow, torch", OPTIMIZER))
# > TensorFlow first:  killed by SIGABRT
# <= 2.14
# > TensorFlow first:  killed by SIGSEGV
# <= 2.11
# > TensorFlow first:  exit code 0
print("tensorboard first:", ending("import torch.utils.tensorboard", OPTIMIZER))
# > tensorboard first: killed by SIGABRT
# <= 2.14
# > tensorboard first: killed by SIGSEGV
# <= 2.11
# > tensorboard first: exit code 0
print("optimizer first:  ", ending("import torch", OPTIMIZER, "import tensorflow"))
# > optimizer first:   exit code 0
NO_TRITON = "import sys; sys.modules['triton'] = None"
print(
    "without Triton:   ", ending(NO_TRITON, "import tensorflow, torch", OPTIMIZER)
)
# > without Triton:    exit code 0
# --8<-- [end:order]
