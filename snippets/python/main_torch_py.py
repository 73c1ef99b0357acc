# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["err.file-named-torch"]
# ///
"""Files whose names hide a package, and imports that find no package."""

import subprocess
import sys
from pathlib import Path


def last_line(*command, folder=".", until="\n"):
    result = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True
    )
    print((result.stdout + result.stderr).splitlines()[-1].partition(until)[0])


# --8<-- [start:torch-py]
Path("torch.py").write_text("import torch\n\nprint(torch.ones(2))\n")
last_line("torch.py")
# > AttributeError: partially initialized module 'torch' has no attribute 'ones' (most likely due to a circular import)

Path("train.py").write_text("import torch\n\nprint(torch.ones(2))\n")
last_line("train.py")
# > AttributeError: partially initialized module 'torch' has no attribute 'ones' (most likely due to a circular import)

Path("torch.py").write_text("lr = 0.1\n")
last_line("train.py")
# > AttributeError: module 'torch' has no attribute 'ones'
Path("train.py").write_text("import torch.nn as nn\n")
last_line("train.py")
# > ModuleNotFoundError: No module named 'torch.nn'; 'torch' is not a package
# --8<-- [end:torch-py]

# --8<-- [start:which]
last_line("-c", "import torch; print(torch.__file__.endswith('torch.py'))")
# > True
Path("torch.py").rename("my_torch.py")
last_line("-c", "import torch; print(torch.__file__.endswith('torch.py'))")
# > False
# --8<-- [end:which]

# --8<-- [start:random-py]
Path("random.py").write_text("seed = 0\n")
last_line("-c", "import torch", until=" (")
# > ImportError: cannot import name 'Random' from 'random'
Path("random.py").unlink()
# --8<-- [end:random-py]

# --8<-- [start:not-found]
Path("project/models").mkdir(parents=True)
Path("project/utils.py").write_text("seed = 0\n")
Path("project/models/net.py").write_text(
    "from utils import seed\nprint('net found utils')\n"
)
Path("project/train.py").write_text("import models.net\n")

last_line("train.py", folder="project")
# > net found utils
last_line("models/net.py", folder="project")
# > ModuleNotFoundError: No module named 'utils'
last_line("-m", "models.net", folder="project")
# > net found utils
# --8<-- [end:not-found]

# --8<-- [start:relative]
Path("project/models/net.py").write_text(
    "from .parts import width\nprint('net found parts')\n"
)
Path("project/models/parts.py").write_text("width = 8\n")
last_line("models/net.py", folder="project")
# > ImportError: attempted relative import with no known parent package
last_line("-m", "models.net", folder="project")
# > net found parts
last_line("train.py", folder="project")
# > net found parts
# --8<-- [end:relative]

# --8<-- [start:circular]
Path("net.py").write_text("from settings import width\n\nclass Net: pass\n")
Path("settings.py").write_text("from net import Net\n\nwidth = 8\n")
last_line("-c", "import net", until=" (/")
# > ImportError: cannot import name 'Net' from partially initialized module 'net' (most likely due to a circular import)

Path("settings.py").write_text("width = 8\n")
last_line("-c", "import net; print('net found width')")
# > net found width
# --8<-- [end:circular]
