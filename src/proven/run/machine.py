"""What this machine is, as the record says it. Imports torch and asks CUDA: call it in a process that may be thrown away.

With the field `torch` of a fact (record.py) this is all that knows torch by name: how many GPUs there are and what they are called, nobody
tells as reliably, and a fact says under which torch it holds. What is imported ahead, seeded or left out is said in pyproject.toml.
"""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any


def describe() -> dict[str, Any]:
    import torch

    gpus = torch.cuda.device_count()
    return {
        "python": platform.python_version(),
        "torch": torch.__version__,
        "gpus": gpus,
        "kind": "gpu" if gpus else "cpu",
        "device": torch.cuda.get_device_name(0) if gpus else cpu_name(),
    }


def cpu_name() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    print(json.dumps(describe()))
