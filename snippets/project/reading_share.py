# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tools.share", "tools.papers-with-code"]
# ///
"""What others need to repeat a run: the versions, the settings and a script that runs alone."""

# --8<-- [start:answer]
import json
import platform
import sys

import torch

report = {
    "python": platform.python_version(),
    "torch": torch.__version__.split("+")[0],
    "device": torch.cuda.get_device_name() if torch.cuda.is_available() else "cpu",
    "command": [sys.argv[0].split("/")[-1], *sys.argv[1:]],
    "seed": 0,
}
with open("report.json", "w") as file:
    json.dump(report, file, indent=1)
# --8<-- [end:answer]

# --8<-- [start:print]
with open("report.json") as file:
    print(sorted(json.load(file)))
# > ['command', 'device', 'python', 'seed', 'torch']
# --8<-- [end:print]
