# /// script
# requires-python = ">=3.11"
# dependencies = ["ipython>=8"]
# ///
"""An edited file, seen by a notebook that has already imported it."""

import os
import time
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell

# --8<-- [start:autoreload]
shell = InteractiveShell.instance(colors="nocolor")
shell.run_cell("import sys; sys.path.insert(0, '')")


def edit(source):
    path = Path("helpers.py")
    path.write_text(source)
    later = time.time() + edit.count
    os.utime(path, (later, later))  # two edits within a second look like one
    edit.count += 10


edit.count = 0
edit("def size(): return 32\n")
shell.run_cell("from helpers import size\nprint(size())")
# > 32
edit("def size(): return 64\n")
shell.run_cell("from helpers import size\nprint(size())")
# > 32

shell.run_cell("%load_ext autoreload\n%autoreload 2")
edit("def size(): return 128\n")
shell.run_cell("print(size())")
# > 128
# --8<-- [end:autoreload]

# --8<-- [start:objects]
NET = """
class Net:
    def __init__(self):
        self.hidden = {hidden}

    def version(self):
        return "{version}"
"""
edit(NET.format(hidden=32, version="old"))
shell.run_cell("from helpers import Net\nnet = Net()")
shell.run_cell("print(net.version(), net.hidden)")
# > old 32
edit(NET.format(hidden=64, version="new"))
shell.run_cell("print(net.version(), net.hidden)")
# > new 32
# --8<-- [end:objects]
