# /// script
# requires-python = ">=3.11"
# dependencies = ["nbformat", "nbconvert"]
# ///
"""A notebook becomes a script, and its magic lines do not run there."""

import subprocess
import sys

import nbformat
from nbconvert import PythonExporter

# --8<-- [start:convert]
notebook = nbformat.v4.new_notebook()
notebook.cells = [
    nbformat.v4.new_markdown_cell("# Training"),
    nbformat.v4.new_code_cell("%matplotlib inline\nlr = 0.1"),
    nbformat.v4.new_code_cell("!pip install torch\nprint(lr)"),
]
nbformat.write(notebook, "train.ipynb")
source, _ = PythonExporter(exclude_input_prompt=True).from_filename("train.ipynb")
print(source.strip())
# > #!/usr/bin/env python
# > # coding: utf-8
# >
# > # # Training
# >
# > get_ipython().run_line_magic('matplotlib', 'inline')
# > lr = 0.1
# >
# >
# > get_ipython().system('pip install torch')
# > print(lr)
# --8<-- [end:convert]

# --8<-- [start:magic]
with open("train.py", "w") as file:
    file.write(source)
done = subprocess.run([sys.executable, "train.py"], capture_output=True, text=True)
print(done.stderr.strip().splitlines()[-1])
# > NameError: name 'get_ipython' is not defined
# --8<-- [end:magic]
