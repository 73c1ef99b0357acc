# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.main-guard", "py.no-guard-runs-on-import", "py.module-vs-package",
#     "py.import-in-terminal",
# ]
# ///
"""What runs when a file is run, and what runs when it is imported."""

# --8<-- [start:smallest]
import subprocess
import sys
from pathlib import Path

Path("example.py").write_text("""
def double(x):
    return 2 * x

print("the name is", __name__)

if __name__ == "__main__":
    print("double(4) =", double(4))
""")


def python(*arguments):
    subprocess.run([sys.executable, *arguments])


python("example.py")
# > the name is __main__
# > double(4) = 8
python("-c", "import example")
# > the name is example
# --8<-- [end:smallest]

# --8<-- [start:no-guard]
Path("no_guard.py").write_text("""
def double(x):
    return 2 * x

print("double(4) =", double(4))
""")
python("-c", "import no_guard; print('first import done'); import no_guard")
# > double(4) = 8
# > first import done
# --8<-- [end:no-guard]

# --8<-- [start:shell]
here = {"PATH": str(Path(sys.executable).parent)}  # a shell that knows Python
for command in (f"{Path(sys.executable).name} example.py", "import example"):
    shell = subprocess.run(command, shell=True, env=here, capture_output=True)
    print(f"{command.split()[-1]:10} ran: {shell.returncode == 0}")
# > example.py ran: True
# > example    ran: False

prompt = subprocess.run(
    [sys.executable, "-i", "-q"],
    input="python example.py\n",
    capture_output=True,
    text=True,
)
print([line for line in prompt.stderr.splitlines() if "Error" in line])
# > ['SyntaxError: invalid syntax']
# --8<-- [end:shell]

# --8<-- [start:package]
Path("tools").mkdir()
Path("tools/__init__.py").write_text("print(__name__, 'begins')\n")
Path("tools/text.py").write_text(
    "print(__name__, 'begins')\ndef shout(word): return word.upper()\n"
)
Path("tools/__main__.py").write_text("print('tools run as', __name__)\n")

python("-c", "from tools.text import shout; print(shout('hi'))")
# > tools begins
# > tools.text begins
# > HI
python("-m", "tools")
# > tools begins
# > tools run as __main__
python(
    "-c",
    "import tools, example; "
    "print(hasattr(tools, '__path__'), hasattr(example, '__path__'))",
)
# > tools begins
# > the name is example
# > True False
# --8<-- [end:package]

# --8<-- [start:reload]
Path("settings.py").write_text("lr = 0.1")
session = """
from pathlib import Path
import settings

Path("settings.py").write_text("lr = 0.01")  # what you do in your editor
import settings
print(settings.lr)

from settings import lr
Path("settings.py").write_text("lr = 0.001")

import importlib
importlib.reload(settings)
print(settings.lr, lr)
"""
python("-B", "-c", session)
# > 0.1
# > 0.001 0.1
# --8<-- [end:reload]

# --8<-- [start:not-callable]
import copy

try:
    copy([1, 2])
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: 'module' object is not callable
print(copy.copy([1, 2]))
# > [1, 2]
# --8<-- [end:not-callable]
