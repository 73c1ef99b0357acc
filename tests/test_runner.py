"""The runner through its door: one `pytest snippets/` over snippets that behave in every wrong way, and what it says of each."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import textwrap
import time
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from conftest import AHEAD, Ahead
from proven.project import Project
from proven.run import confine
from proven.run.folders import remove
from proven.run.pool import Pool

ROOT = Path(__file__).parents[1]
HEADER = '# /// script\n# dependencies = ["torch"]\n#\n# [tool.tbe]\n# timeout = {timeout}\n# ///\n'

FILE, HOME = str(ROOT / "LICENSE"), str(ROOT)
_WROTE = r":9: wrote outside its folder: /"
OUTSIDE = {
    "open": (f"open({FILE!r}, 'a')", _WROTE),
    "remove": (f"os.remove({FILE!r})", _WROTE),
    "remove_at": (
        "os.remove('no-such-file', dir_fd=os.open('/usr', os.O_RDONLY))",
        r":9: ",
    ),  # a folder that may be read wherever this lies
    "rename": (f"os.rename({FILE!r}, 'x')", _WROTE),
    "replace": (f"open('x', 'w').close() or os.replace('x', {HOME!r} + '/stray')", _WROTE),
    "mkdir": (f"os.mkdir({HOME!r} + '/stray')", _WROTE),
    "rmdir": (f"os.rmdir({HOME!r})", _WROTE),
    "link": (f"open('x', 'w').close() or os.link('x', {HOME!r} + '/stray')", _WROTE),
    "symlink": (f"os.symlink('x', {HOME!r} + '/stray')", _WROTE),
    "truncate": (f"os.truncate({FILE!r}, 0)", _WROTE),
    "chmod": (f"os.chmod({FILE!r}, 0o777)", _WROTE),
    "chown": (f"os.chown({FILE!r}, 0, 0)", _WROTE),
    "utime": (f"os.utime({FILE!r}, (0, 0))", _WROTE),
    "xattr": (f"os.setxattr({FILE!r}, 'user.x', b'1')", _WROTE),
    "through_a_link": (f"os.symlink({HOME!r}, 'out') or open('out/stray', 'w')", _WROTE),
    "sqlite": (f"sqlite3.connect({HOME!r} + '/stray')", _WROTE),
    "socket": ("socket.socket(socket.AF_UNIX).connect('/tmp/a.sock')", r":9: reached for a socket outside its folder: /tmp/a.sock"),
    "mapped_address": ("socket.create_connection(('::ffff:192.0.2.1', 80))", r":9: reached for the network: ::ffff:192.0.2.1"),
}

# name -> (source below the six lines of header, what its failure must say; None: it passes). Line numbers count the header.
CASES: dict[str, tuple[str, str | None]] = {
    "behaves": ("import torch\nprint(torch.ones(2))\n# > tensor([1., 1.])\n", None),
    "old_marks": ("print(1)\n#> 1\n", None),
    "last_digit": ("print(f'{2 / 3:.4f} 7')\n# > 0.6666 7\n", None),
    "sample": (
        "import time, os\nprint(f'took {time.time()} s as {os.getpid()} on {os.uname().release!r}')\n# ~ took 1.5 s as 1 on 'x'\n",
        None,
    ),
    "expected_warning": ("import warnings\nwarnings.warn('careful')\n# ! UserWarning: careful\n", None),
    "address": ("print(object())\n# > <object object at 0x7f0000000000>\n", None),
    "fork_and_wait": (
        "import os\nif (pid := os.fork()) == 0:\n    print('child')\n    os._exit(0)\nelse:\n    os.waitpid(pid, 0)\n# > child\n",
        None,
    ),
    "spawned": (
        """\
        import torch.multiprocessing as mp


        def work(rank, queue):
            queue.put(rank * 10)


        if __name__ == "__main__":
            queue = mp.get_context("spawn").SimpleQueue()
            mp.spawn(work, args=(queue,), nprocs=2)
            print(sorted(queue.get() for _ in range(2)))
        # > [0, 10]
        """,
        None,
    ),
    "workers": (
        """\
        from torch.utils.data import DataLoader

        for method in ("fork", "spawn", "forkserver"):
            if __name__ == "__main__":
                loader = DataLoader(range(4), batch_size=2, num_workers=1, multiprocessing_context=method)
                print(method, [batch.tolist() for batch in loader])
        # > fork [[0, 1], [2, 3]]
        # > spawn [[0, 1], [2, 3]]
        # > forkserver [[0, 1], [2, 3]]
        """,
        None,
    ),
    "exit_handler": ("import atexit\natexit.register(print, 'bye')\nprint('hi')\n# > hi\n# > bye\n", None),
    "loopback": ("import socket\nwith socket.create_server(('127.0.0.1', 0)) as s:\n    print(s.getsockname()[0])\n# > 127.0.0.1\n", None),
    "writes_in_its_folder": (
        "import pathlib, tempfile\npathlib.Path('x').write_text('1')\npathlib.Path.home().joinpath('y').write_text('1')\n"
        "tempfile.mkdtemp()\nprint(sorted(p.name for p in pathlib.Path().iterdir()))\n# > ['writes_in_its_folder.py', 'x']\n",
        None,
    ),
    "changes_state": (
        "import os, torch\ntorch.set_default_dtype(torch.float64)\nos.environ['A'] = '1'\nos.chdir('/')\nprint(torch.ones(1).dtype)\n# > torch.float64\n",
        None,
    ),
    "sees_clean_state": (
        "import os, torch\nprint(torch.ones(1).dtype, 'A' in os.environ, os.getcwd() == '/')\n# > torch.float32 False False\n",
        None,
    ),
    # -- ends that are ends --
    "exits_last": (
        "import sys\n\n\ndef main():\n    print('done')\n\n\nif __name__ == '__main__':\n    sys.exit(main())\n# > done\n",
        None,
    ),
    "raises_exit_last": ("print(1)\n# > 1\nraise SystemExit(0)\n", None),
    "quits_last": ("print(1)\n# > 1\nquit()\n", None),
    "unittest_last": (
        "import unittest\n\n\nclass T(unittest.TestCase):\n    def test(self):\n        print('tested')\n\n\nunittest.main()\n# > tested\n",
        None,
    ),
    # -- as `python` shows it --
    "as_python": (
        """\
        import inspect, os, sys, time, traceback


        def f():
            return [frame.function for frame in inspect.stack()], len(traceback.extract_stack())


        print(f())
        # > (['f', '<module>'], 2)
        print(type(__builtins__).__name__, type(__loader__).__name__, sys.orig_argv, sys.argv, sys.stdout.mode, sys.stdout.name)
        # > module SourceFileLoader ['python', 'as_python.py'] ['as_python.py'] w <stdout>
        print(__file__, os.getcwd(), time.localtime(0).tm_hour, oct(os.umask(0)))
        # > /snippet/work/as_python.py /snippet/work 0 0o22
        print([name for name in sys.modules if name.startswith(("proven", "torch", "numpy"))])
        # > []
        """,
        None,
    ),
    "imports_late": (
        "import torch\nprint('torch.utils.tensorboard' in str(vars(torch.utils)))\n# > False\nimport torch.utils.tensorboard\nprint(torch.utils.tensorboard.SummaryWriter.__name__)\n# > SummaryWriter\n",
        None,
    ),
    "environment_first": (
        "import os\nprint('once')\n# > once\nopen('made', 'x').close()\nos.environ.update(OMP_NUM_THREADS='2')\nimport torch\n"
        "print(torch.get_num_threads(), os.path.exists('made'), 'proven' in __import__('sys').modules, os.environ.get('PYTHONPATH'))\n# > 2 True False None\n",
        None,
    ),
    "environment_later": (
        "import torch, os\nos.environ['OMP_NUM_THREADS'] = '2'\nimport torch.optim\nprint(torch.get_num_threads())\n# > 1\n",
        None,
    ),
    "without_numpy": (
        "import sys\nsys.modules['numpy'] = None\nimport torch\ntry:\n    torch.ones(1).numpy()\nexcept RuntimeError as error:\n    print(error)\n"
        "# > Numpy is not available\n",
        None,
    ),
    "bare_end": ("import builtins, sys\nprint(0)\n# > 0\nbuiltins.open = None\nsys.stdout = None\nprint(1)\n", None),
    # -- shut in: nothing of the others, of the home and of the project is in reach --
    "sees_no_others": (
        "import os\nprint(len([n for n in os.listdir('/proc') if n.isdigit()]), os.listdir('/run'), os.getppid())\n# > 2 [] 1\n",
        None,
    ),
    "sees_no_recipes": (
        "import os, sys\nprint([p for p in sys.path if os.path.isdir(f'{p}/torchbyexample')], 'PYTHONPATH' in os.environ)\n# > [] False\n",
        None,
    ),
    "no_pipe_of_the_runner": ("import os\nprint([fd for fd in os.listdir('/proc/self/fd') if 2 < int(fd) < 250])\n# > ['3']\n", None),
    "reads_home_and_project": (
        "import pwd, os\nfor path in (pwd.getpwuid(os.getuid()).pw_dir, '@PROJECT@', '@PROJECT@/pyproject.toml'):\n"
        "    try:\n        os.listdir(path) if os.path.isdir(path) else open(path)\n    except OSError as error:\n        print(type(error).__name__)\n"
        "# > PermissionError\n# > PermissionError\n# > PermissionError\n",
        None,
    ),
    "children_change_nothing": (
        f"import subprocess\nfor command in ('chmod 777', 'touch', 'rm'):\n"
        f"    print(subprocess.run([*command.split(), {str(ROOT / 'LICENSE')!r}], stderr=subprocess.DEVNULL).returncode)\n# > 1\n# > 1\n# > 1\n",
        None,
    ),
    "deep_folders": (
        "import os\ntry:\n    for _ in range(3000):\n        os.mkdir('d')\n        os.chdir('d')\nexcept OSError:\n    pass\nprint('deep')\n# > deep\n",
        None,
    ),
    "unreadable_folder": ("import os\nos.makedirs('d/e')\nos.chmod('d', 0)\nprint('made')\n# > made\n", None),
    "string_is_no_record": ('text = """\n# > not a record\n"""\nprint(len(text))\n# > 18\n', None),
    # -- and these fail, each alone --
    "differs": ("print('one')\n# > two\n", r"differs.py:8: what was printed is not what is recorded\n.*\n +8  two +one"),
    "digit_differs": ("print(f'{2 / 3:.4f}')\n# > 0.6664\n", r"0.6664 +0.6667"),
    "integer_differs": ("print(3)\n# > 4\n", r"4 +3"),
    "not_recorded": ("print('one')\n", r"not_recorded.py:7: .*\n.*\n +7  \(nothing\) +one"),
    "not_printed": ("x = 1\n# > one\n", r"not_printed.py:8: .*\n.*\n +8  one +\(nothing\)"),
    "sample_words": ("print('3 ms')\n# ~ 3 s\n", r"3 s +3 ms"),
    "silent": ("x = 1\n", r"prints nothing"),
    "unexpected_warning": (
        "import warnings\nwarnings.warn('old', DeprecationWarning)\nprint(1)\n# > 1\n",
        r"8  \(nothing\) +warning: DeprecationWarning: old",
    ),
    "missing_warning": ("print(1)\n# > 1\n# ! UserWarning: careful\n", r"warning: UserWarning: careful +\(nothing\)"),
    "warning_in_worker": (
        "import os, warnings\nprint(1, flush=True)\n# > 1\nif (pid := os.fork()) == 0:\n    warnings.warn('deep')\n    os._exit(0)\nos.waitpid(pid, 0)\n",
        r"warning: UserWarning: deep",
    ),
    "raises": ("def f():\n    1 / 0\n\n\nprint(1)\n# > 1\nf()\n", r"raises.py:8: ZeroDivisionError: division by zero\n  1 / 0"),
    "endless": ("print(1)\n# > 1\nwhile True:\n    pass\n", r"endless.py:(9|10): still running after 3 s"),
    "endless_sleep_ignoring_signals": (
        "import signal, time\nfor s in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:\n    signal.signal(s, signal.SIG_IGN)\ntime.sleep(999)\nprint(1)\n",
        r"signals.py:10: still running after 3 s",
    ),
    "endless_children": (
        "import os, time\nfor _ in range(3):\n    if os.fork() == 0:\n        os.setsid()\n        while True:\n            time.sleep(1)\nwhile True:\n    pass\n",
        r"endless_children.py:\d+: still running after 3 s",
    ),
    "os_exit": (
        "import os\nprint(1)\n# > 1\nos._exit(0)\nprint(2)\n# > 2\n",
        r"os_exit.py:10: ended with exit code 0 before its last statement",
    ),
    "os_exit_at_exit": (
        "import atexit, os\natexit.register(os._exit, 0)\nprint(1)\n# > 1\n",
        r"ended with exit code 0 before its last statement",
    ),
    "sys_exit": ("import sys\nprint(1)\n# > 1\nsys.exit(0)\nprint(2)\n# > 2\n", r"sys_exit.py:10: sys.exit\(0\) before the end"),
    "segfault": ("import ctypes\nprint(1)\n# > 1\nctypes.string_at(0)\n", r"segfault.py:10: killed by SIGSEGV"),
    "aborts": ("import os\nprint(1)\n# > 1\nos.abort()\n", r"aborts.py:10: killed by SIGABRT"),
    "floods": ("while True:\n    print('x' * 10000)\n", r"floods.py:\d: printed \d+ MiB and more; the limit is 2 MiB"),
    "leaves_process": (
        "import subprocess\nsubprocess.Popen(['sleep', '300'])\nprint(1)\n# > 1\n",
        r"leaves_process.py:8: left running: pid \d+ \(sleep 300\)",
    ),
    "leaves_daemon": (
        "import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        time.sleep(300)\n    os._exit(0)\nos.wait()\nprint(1)\n# > 1\n",
        r"leaves_daemon.py:\d+: left running: pid \d+ \(a fork of the snippet\)",
    ),
    "writes_outside": ("print(1)\n# > 1\nopen('/var/tmp/tbe-outside', 'w')\n", r"writes_outside.py:9: (PermissionError|wrote outside)"),
    "writes_into_project": (
        f"print(1)\n# > 1\nopen({str(ROOT)!r} + '/stray', 'w')\n",
        r"writes_into_project.py:9: (PermissionError|wrote outside)",
    ),
    # -- out of its folder by each of Python's own calls, heard even if it is caught --
    **{
        f"outside_{call}": (
            f"import os, sqlite3, socket\ntry:\n    {code}\nexcept (OSError, sqlite3.Error):\n    print('caught')\n# > caught\n",
            why,
        )
        for call, (code, why) in OUTSIDE.items()
    },
    "imports_the_runner": (
        "import importlib\nprint(1)\n# > 1\nimportlib.import_module('proven')\n",
        r"imports_the_runner.py:10: ModuleNotFoundError",
    ),
    "not_imported": ("import torch\nprint(1)\n# > 1\ntorch.utils.tensorboard\n", r"not_imported.py:10: AttributeError"),
    # -- against the runner --
    "garbage_in_reports": (
        "import os\nprint(1)\n# > 1\nos.write(250, b'{broken}\\n[]\\n\\xff')\nprint(2)\n# > 2\n",
        r"closed, or wrote into, what the runner hears it through",
    ),
    "forged_end": (
        "import os\nprint('one')\n# > one\nos.write(250, b'{\"done\": 0.1}\\n')\nos._exit(0)\nprint(1 + 1)\n# > 3\n",
        r"closed, or wrote into, what the runner hears it through",
    ),
    **{
        f"made_up_{name}": (
            f"import os\nprint(1)\n# > 1\nos.write(250, {event!r} + b'\\n')\nprint(2)\n# > 2\n",
            r"closed, or wrote into, what the runner hears it through|what it left cannot be read",
        )
        for name, event in {
            "depth": b"[" * 60_000,
            "failure": b'{"failure": 1}',
            "statement": b'{"at": "x"}',
            "end": b'{"end": 99, "out": 1}',
            "start": b'{"again": 1}',
        }.items()
    },
    "ends_its_keeper": (
        "import os, resource, time\nresource.prlimit(os.getppid(), resource.RLIMIT_NOFILE, (0, 0))\ntime.sleep(9)\nprint(1)\n# > 1\n",
        r"its keeper ended without an answer, exit code 1, twice",
    ),
    "renices_its_keeper": (
        "import os\nos.setpriority(os.PRIO_PROCESS, os.getppid(), 19)\nprint(1)\n# > 1\n",
        r"renices_its_keeper.py:1: slowed down what watches over it",
    ),
    "binds_its_keeper": (
        "import os\nos.sched_setaffinity(os.getppid(), {min(os.sched_getaffinity(0))})\nprint(1)\n# > 1\n",
        r"binds_its_keeper.py:1: slowed down what watches over it",
    ),
    "closes_everything": (
        "import os\nprint(1)\n# > 1\nos.closerange(3, 1024)\nprint(2)\n# > 2\n",
        r"closes_everything.py:10: closed, or wrote into, what the runner hears it through",
    ),
    "kills_its_keeper": (
        "import os\nprint(1)\n# > 1\nos.kill(os.getppid(), 9)\nprint(2)\n# > 2\n",
        r"kills_its_keeper.py:10: PermissionError",
    ),
    "respawns": (
        "import os, time\nuntil = time.monotonic() + 60\nif os.fork() == 0:\n    os.setsid()\n    while time.monotonic() < until:\n"
        "        if os.fork():\n            os._exit(0)\n    os._exit(0)\nprint('end')\n# > end\n",
        r"respawns.py:\d+: left running: pid \d+",
    ),
    "leaves_many": (
        "import os, time\nfor _ in range(9):\n    if os.fork() == 0:\n        time.sleep(300)\n        os._exit(0)\nprint(1)\n# > 1\n",
        r"leaves_many.py:8: left running: (pid \d+ \(a fork of the snippet\)(; )?){5} and 4 more",
    ),
    "uses_memory": (
        "print(1)\n# > 1\nx = [bytearray(b'x') * (1 << 28) for _ in range(9)]\n",
        r"uses_memory.py:9: uses \d\.\d GiB of memory",
    ),
    "uses_disk": (
        "import time\nprint(1)\n# > 1\nfor n in range(90):\n    open(str(n), 'wb').write(bytes(1 << 20))\ntime.sleep(5)\n",
        r"uses_disk.py:\d+: wrote \d\.\d GiB; the limit is",
    ),
    "uses_shared_memory": (
        "print(1)\n# > 1\nopen('/dev/shm/x', 'wb').write(bytes(80 << 20))\n",
        r"uses_shared_memory.py:9: OSError: .*No space left",
    ),
    "writes_one_large_file": (
        "print(1)\n# > 1\nopen('x', 'wb').truncate(2 << 30)\n",
        r"writes_one_large_file.py:9: OSError: .*File too large",
    ),
    "forks_on": (
        "import os, time\nprint(1)\n# > 1\nfor _ in range(60):\n    if os.fork() == 0:\n        time.sleep(9)\n        os._exit(0)\ntime.sleep(9)\n",
        r"forks_on.py:\d+: started \d+ processes; the limit is 20",
    ),
    "exits_badly_last": ("import sys\nprint(1)\n# > 1\nsys.exit('no')\n", r"exits_badly_last.py:10: sys.exit\('no'\)\n"),
    "thread_fails": (
        "import threading\nthread = threading.Thread(target=lambda: 1 / 0)\nthread.start()\nthread.join()\nprint(1)\n# > 1\n",
        r"thread_fails.py:8: ZeroDivisionError: division by zero \(in a thread\)",
    ),
    "del_fails": (
        "class A:\n    def __del__(self):\n        raise ValueError('lost')\n\n\na = A()\ndel a\nprint(1)\n# > 1\n",
        r"del_fails.py:9: ValueError: lost \(where Python can only ignore it\)",
    ),
    "exit_handler_fails": (
        "import atexit\natexit.register(lambda: 1 / 0)\nprint(1)\n# > 1\n",
        r"exit_handler_fails.py:8: ZeroDivisionError: division by zero \(where",
    ),
    "message_raises": (
        "class E(Exception):\n    def __str__(self):\n        return 1 / 0\n\n\nprint(1)\n# > 1\nraise E\n",
        r"message_raises.py:14: E: <its str\(\) raises ZeroDivisionError>",
    ),
    "message_is_long": (
        "print(1)\n# > 1\nraise ValueError('x' * 5_000_000)\n",
        r"message_is_long.py:9: ValueError: x{1500}\.\.\. \(5,000,000 characters\)\n",
    ),
    "figure_is_a_link": (
        f"import os\nos.symlink({str(ROOT / 'LICENSE')!r}, 'x.svg')\nprint(1)\n# > 1\n",
        r"did not write the figure x.svg",
    ),
    "network": (
        "import socket\nprint(1)\n# > 1\nsocket.create_connection(('192.0.2.1', 80))\n",
        r"network.py:10: reached for the network: 192.0.2.1",
    ),
    "network_caught": (
        "import urllib.request\ntry:\n    urllib.request.urlopen('http://example.org')\nexcept OSError:\n    print('offline')\n# > offline\n",
        r"network_caught.py:9: reached for the network: example.org",
    ),
    "prints_bytes": (
        "import sys\nsys.stdout.buffer.write(b'\\xff\\n')\nsys.stdout.flush()\nprint(1)\n# > 1\n",
        r"prints_bytes.py:8: printed bytes that are not UTF-8",
    ),
    "not_utf8": ("# caf\udce9\nprint(1)\n# > 1\n", r"not_utf8.py:7: byte 0xe9 is not UTF-8"),
    "syntax": ("print(1\n", r"syntax.py:7: not Python"),
    "orphan_record": ("x = 1\n\n# > 1\n", r"orphan_record.py:9: recorded output does not stand right under"),
    "undeclared": ("import pytest\nprint(1)\n# > 1\n", r"undeclared.py:7: imports pytest, which the header does not name"),
    "numpy": (
        "class Batch:\n    numpy = 1\n\n\nprint(Batch.numpy)\n# > 1\n",
        r"numpy.py:11: needs numpy, which no import and no package of the header brings",
    ),
    "unclosed_section": ("# --8<-- [start:a]\nprint(1)\n# > 1\n", r"unclosed_section.py:7: section 'a' is never closed"),
    "double_section": (
        "# --8<-- [start:a]\nprint(1)\n# > 1\n# --8<-- [end:a]\n# --8<-- [start:a]\n# --8<-- [end:a]\n",
        r"double_section.py:11: section 'a' stands twice",
    ),
    "nested_section": (
        "# --8<-- [start:a]\n# --8<-- [start:b]\nprint(1)\n# > 1\n",
        r"nested_section.py:8: section 'b' starts inside section 'a'",
    ),
    "wrong_end": ("# --8<-- [end:a]\nprint(1)\n# > 1\n", r"wrong_end.py:7: section 'a' ends but was not started"),
    "no_figure": ("print(1)\n# > 1\n", r"did not write the figure x.svg"),
    "no_header": ("print(1)\n# > 1\n", r"no_header.py:1: has no header"),
    "broken_header": ("print(1)\n# > 1\n", r"broken_header.py:3: the header is not TOML"),
    "unknown_key": ("print(1)\n# > 1\n", r"unknown_key.py:4: unknown key 'gpu'"),
}
SKIPPED = {"two_hundred_gpus": "needs 200 GPUs", "no_such_package": "needs no-such-package: not installed"}
OWN_HEADER = {
    "no_header": "",
    "broken_header": "# /// script\n# dependencies = []\n# x = \n# ///\n",
    "unknown_key": "# /// script\n# dependencies = []\n# [tool.tbe]\n# gpu = 1\n# ///\n",
    "figure_is_a_link": '# /// script\n# dependencies = []\n# [tool.tbe]\n# figures = ["x.svg"]\n# ///\n#\n',
    "no_figure": '# /// script\n# dependencies = []\n# [tool.tbe]\n# figures = ["x.svg"]\n# ///\n',
    "two_hundred_gpus": "# /// script\n# dependencies = []\n# [tool.tbe]\n# gpus = 200\n# ///\n",
    "without_numpy": '# /// script\n# dependencies = ["torch", "numpy"]\n# ///\n',  # it says what it needs, and then does without
    "no_such_package": '# /// script\n# dependencies = ["no-such-package"]\n# ///\n',
}


# A package that may be missing is one that the project names.
PYPROJECT = '[dependency-groups]\nprove = ["no-such-package"]\n[tool.pytest.ini_options]\npythonpath = ["src"]\nmax_skips = "2"\n'
PYPROJECT += (
    (ROOT / "pyproject.toml")
    .read_text("utf-8")
    .partition("\n[tool.proven]\n")[2]
    .partition("\n[tool.ruff]")[0]
    .join(["[tool.proven]\n", "\n"])
)


def make_project(folder: Path, snippets: dict[str, str]) -> Path:
    """A small project with the real runner in it and the given files under snippets/chapter/."""
    shutil.copytree(ROOT / "src" / "proven", folder / "src" / "proven", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "src" / "torchbyexample", folder / "src" / "torchbyexample", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "conftest.py", folder)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    for name, source in snippets.items():
        path = folder / "snippets" / "chapter" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.encode("utf-8", "surrogateescape"))
    return folder


def run_pytest(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=project,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=300,
    )


def source_of(name: str, body: str) -> str:
    timeout = 3 if name.startswith("endless") else 60
    return OWN_HEADER.get(name, HEADER.format(timeout=timeout)) + textwrap.dedent(body)


def all_cases(folder: Path, _: Ahead) -> tuple:
    """One run over all cases: its output, the project, and the message of each case ('' when it passed)."""
    sources = {name: source_of(name, body) for name, (body, _) in CASES.items()}
    sources |= {name: source_of(name, "print(1)\n# > 1\n") for name in SKIPPED}
    project = make_project(folder, {name: source.replace("@PROJECT@", str(folder)) for name, source in sources.items()})
    for file, limit, less in (
        ("keeper", "MEMORY_LIMIT = 5 << 30", "MEMORY_LIMIT = 3 << 29"),
        ("keeper", "DISK_LIMIT = 1 << 30", "DISK_LIMIT = 1 << 26"),
        ("keeper", "PROCESS_LIMIT = 200", "PROCESS_LIMIT = 20"),
        ("confine", "SHARED_MEMORY = 1 << 30", "SHARED_MEMORY = 1 << 26"),
    ):
        path = project / f"src/proven/run/{file}.py"
        assert limit in path.read_text()
        path.write_text(path.read_text().replace(limit, less))
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = run_pytest(project, "snippets", "--junitxml=report.xml", "--record=facts.json")
    messages = {}
    for case in ET.parse(project / "report.xml").iter("testcase"):
        trouble = [*case.iter("failure"), *case.iter("error"), *case.iter("skipped")]
        name = case.attrib["name"].rpartition(".")[2]  # pytest writes the path with dots
        messages[name] = "\n".join(f"{t.attrib.get('message', '')}\n{t.text}" for t in trouble)
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    return done, project, messages, before, after


AHEAD["cases"] = all_cases


@pytest.fixture(scope="module")
def cases(ahead: Ahead) -> tuple:
    return ahead["cases"].result()


@pytest.mark.parametrize("name", CASES)
def test_each_fails_alone_for_its_reason(cases: tuple, name: str) -> None:
    _, _, messages, _, _ = cases
    expected = CASES[name][1]
    if expected is None:
        assert messages[name] == ""
    else:
        assert re.search(expected, messages[name]), messages[name]


def test_the_run_itself_is_whole(cases: tuple) -> None:
    done, project, messages, before, after = cases
    assert len(messages) == len(CASES) + len(SKIPPED)
    assert done.returncode == 1
    assert f"{sum(m is None for _, m in CASES.values())} passed" in done.stdout
    assert after.keys() - before.keys() == {project / "report.xml", project / "facts.json"}, "something was left behind"
    assert all(after[path] == before[path] for path in before), "a run without --update changed a file"
    assert not (ROOT / "stray").exists()
    assert not Path("/var/tmp/tbe-outside").exists()


def test_what_is_missing_is_skipped_and_counted(cases: tuple) -> None:
    done, _, messages, _, _ = cases
    for name, reason in SKIPPED.items():
        assert reason in messages[name]
        assert f"1 x {reason.partition(':')[0]}" in done.stdout
    assert "skipped: 2 of at most 2" in done.stdout


def test_the_record_tells_what_happened(cases: tuple) -> None:
    _, project, _, _, _ = cases
    facts = json.loads((project / "facts.json").read_text())["snippets"]
    assert facts["snippets/chapter/behaves.py"]["outcome"] == "passed"
    assert facts["snippets/chapter/behaves.py"]["torch"]
    assert facts["snippets/chapter/differs.py"]["outcome"] == "failed"
    assert facts["snippets/chapter/no_such_package.py"]["outcome"] == "skipped"
    assert "no-such-package" in facts["snippets/chapter/no_such_package.py"]["reason"]


RECIPE = '"""A recipe."""\n\n\ndef double(x):\n    return x * 2\n'
UPDATED = """\
import time
from torchbyexample.double import double

# --8<-- [start:a]
for i in range(2):
    print(f"{double(i + 0.33333):.5f}")
# > 0.66667
# > 9.0
print("new", flush=True)
print(f"took {time.time():.1f} s")
# ~ took 1.0 s
# a comment stays
text = '''
# > inside a string
'''
# --8<-- [end:a]
print("gone")
# > gone
# > gone too
"""


def test_update_record_and_changed(tmp_path: Path) -> None:
    """--update rewrites recorded lines and nothing else; --changed runs what changed, the recipes' dependents included."""
    header = HEADER.format(timeout=60)
    project = make_project(
        tmp_path, {"updated": header + UPDATED, "plain": header + "print(1)\n# > 1\n", "stops": header + "print(2)\nexit(1)\n"}
    )
    (project / "src" / "torchbyexample" / "double.py").write_text(RECIPE)
    (project / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["src"]\nmax_skips = "0"\n')
    updated, stops = project / "snippets/chapter/updated.py", project / "snippets/chapter/stops.py"
    stopped = stops.read_text()

    done = run_pytest(project, "snippets", "--update", "--record=facts.json")
    assert "2 passed" in done.stdout
    assert "1 failed" in done.stdout
    assert stops.read_text() == stopped, "a run that failed must not rewrite its record"
    text = updated.read_text().removeprefix(header)
    sample = re.search(r"# ~ took (\d+\.\d) s", text)
    assert sample
    assert float(sample[1]) > 1e9
    expected = UPDATED.replace("# > 9.0\n", "# > 2.66666\n").replace("# ~ took 1.0 s", sample[0])
    expected = expected.replace('print("new", flush=True)\n', 'print("new", flush=True)\n# > new\n').replace("# > gone too\n", "")
    assert text == expected

    stops.unlink()
    done = run_pytest(project, "snippets", "--changed", "--record=facts.json")
    assert "2 deselected" in done.stdout
    assert "run" not in done.stdout.partition("collected")[0]

    (project / "src" / "torchbyexample" / "double.py").write_text(RECIPE.replace("* 2", "+ x"))
    done = run_pytest(project, "snippets", "--changed", "--record=facts.json", "-v")
    assert "1 passed, 1 deselected" in done.stdout
    assert "snippets/chapter/updated.py PASSED" in done.stdout


def test_a_run_on_a_cpu_writes_no_record_of_a_gpu(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"plain": HEADER.format(timeout=60) + "print(1)\n# > 1\n"})
    done = run_pytest(project, "snippets", "--record=records/gpu", CUDA_VISIBLE_DEVICES="")
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "records/gpu is the record of another setup, this is cpu: record into records/cpu" in done.stdout + done.stderr
    assert not (project / "records").exists()
    assert run_pytest(project, "snippets", "--record", CUDA_VISIBLE_DEVICES="").returncode == 0
    assert [path.name for path in (project / "records").iterdir()] == ["cpu"]  # by itself it takes the right one


def test_more_skips_than_the_ceiling_fail_the_run(tmp_path: Path) -> None:
    project = make_project(tmp_path, {name: source_of(name, "print(1)\n# > 1\n") for name in SKIPPED})
    done = run_pytest(project, "snippets", "--max-skips=1")
    assert done.returncode == 1
    assert "skipped: 2 of at most 1" in done.stdout
    assert "more snippets were skipped than the ceiling allows" in done.stdout


def test_ids_are_paths_and_one_snippet_can_be_named(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"behaves": source_of("behaves", CASES["behaves"][0]), "differs": source_of("differs", CASES["differs"][0])}
    )
    listed = run_pytest(project, "snippets", "--collect-only", "-q").stdout.split()
    assert {"snippets/chapter/behaves.py", "snippets/chapter/differs.py"} <= set(listed)
    assert "1 passed" in run_pytest(project, "snippets/chapter/behaves.py").stdout


def test_what_runs_is_the_text_that_was_loaded(tmp_path: Path) -> None:
    """Not what the file holds by then; and a changed text, as a task makes one, runs under the file's name."""
    path = tmp_path / "chapter" / "slow.py"
    path.parent.mkdir()
    path.write_text(HEADER.format(timeout=60) + "print('old')\nprint(__file__.rpartition('/')[2])\n")
    script = Project(tmp_path).load(path)
    changed = dataclasses.replace(script, source=script.source.replace("old", "changed"))
    path.write_text("print('never ran')\n")
    with Pool([script]) as pool:
        results = [pool.result(number) for number in [pool.submit(script), pool.submit(changed)]]
    assert [result.printed for result in results] == [[["old"], ["slow.py"]], [["changed"], ["slow.py"]]]


def test_what_cannot_be_shut_in_is_not_run(tmp_path: Path) -> None:
    """Where the host's means worked when the runner started and fail later: the snippet fails, and nothing of it has run."""
    project = make_project(tmp_path, {"plain": HEADER.format(timeout=60) + "print(1)\n# > 1\n"})
    confine = project / "src/proven/run/confine.py"
    begin = "def network(folder: str) -> bool:"
    assert begin in confine.read_text()
    confine.write_text(
        confine.read_text().replace(
            begin, f"{begin}\n    return not folder.endswith('/0') and granted(folder)\n\n\n{begin.replace('network', 'granted')}"
        )
    )
    done = run_pytest(project, "snippets")
    if "isolation: no network namespace" in done.stdout:  # this host has none to lose
        assert "1 passed" in done.stdout
    else:
        assert (
            "plain.py:1: was not run, for it could not be shut in by what worked when the runner started: network namespace" in done.stdout
        )


def test_a_result_that_cannot_be_read_is_its_own_failure(tmp_path: Path) -> None:
    """Not that of the snippet which is waited for, and nobody waits for ever."""
    path = tmp_path / "chapter" / "plain.py"
    path.parent.mkdir()
    path.write_text(HEADER.format(timeout=60) + "print(1)\n# > 1\n")
    good = Project(tmp_path).load(path)
    bad = dataclasses.replace(good, header=dataclasses.replace(good.header, figures=(1,)))  # type: ignore[arg-type]
    unnamed = dataclasses.replace(good, path=tmp_path / "no\0name.py")
    with Pool([good], jobs=2) as pool:
        numbers = [pool.submit(script) for script in (bad, unnamed, good)]
        results = [pool.result(number) for number in reversed(numbers)]
        assert results[0].printed == [["1"]]
        assert results[1].failure.startswith("could not be started: ValueError")
        assert results[2].failure.startswith("what it left cannot be read: TypeError")
        pool._parent.kill()
        pool._parent.wait()
        assert "nobody can run it any more" in pool.run(good).failure
    assert not pool._folder.exists()


def _below(pid: int) -> list[int]:
    """A process and all that it has started."""
    children = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return [pid, *(one for child in children for one in _below(child))]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_machine_that_stands_still_takes_no_time_of_a_snippet(tmp_path: Path) -> None:
    """A paused virtual machine, a crowded host: the deadlines are those of the time in which the runner was awake."""
    path = tmp_path / "chapter" / "slow.py"
    path.parent.mkdir()
    path.write_text(HEADER.format(timeout=3) + "import time\n\nfor _ in range(10):\n    time.sleep(0.1)\nprint(1)\n# > 1\n")
    script = Project(tmp_path).load(path)
    with Pool([script], jobs=1) as pool:
        assert pool.machine
        number = pool.submit(script)
        until = time.monotonic() + 20
        while len(pids := _below(pool._parent.pid)) < (4 if pool.means["process namespace"] else 3):  # with its keepers, the snippet
            assert time.monotonic() < until
            time.sleep(0.01)
        for how, pause in ((signal.SIGSTOP, 4), (signal.SIGCONT, 0)):
            for pid in pids:
                os.kill(pid, how)
            time.sleep(pause)
        assert pool.result(number).printed == [[], [], ["1"]]


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")
def test_a_run_whose_keeper_is_lost_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "chapter" / "lost.py"
    path.parent.mkdir()
    path.write_text(HEADER.format(timeout=60) + "import time\n\nopen('left', 'x').close()\ntime.sleep(1)\nprint(1)\n# > 1\n")
    script = Project(tmp_path).load(path)
    with Pool([script], jobs=1) as pool:
        assert pool.machine
        number = pool.submit(script)
        until = time.monotonic() + 20
        while len(pids := _below(pool._parent.pid)) < 3:
            assert time.monotonic() < until
            time.sleep(0.01)
        os.kill(pids[2] if pool.means["process namespace"] else pids[1], signal.SIGKILL)
        result = pool.result(number)
    assert (result.failure, result.printed) == ("", [[], [], [], ["1"]])
    assert list(pool.lost.values()) == ["lost.py: its keeper ended without an answer, exit code 247"]  # 256 - SIGKILL


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--jobs=-1", "--jobs -1: at least one"),
        ("--jobs=0", "--jobs 0: at least one"),
        ("--patience=0", "--patience 0: a number above 0"),
        ("--patience=nan", "--patience nan: a number above 0"),
        ("--patience=long", "argument --patience: invalid float value: 'long'"),
    ],
)
def test_a_number_that_makes_no_sense_is_refused(tmp_path: Path, option: str, said: str) -> None:
    done = run_pytest(make_project(tmp_path, {"plain": HEADER.format(timeout=60) + "print(1)\n# > 1\n"}), "snippets", option)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert said in done.stdout + done.stderr


def running() -> str:
    """The command lines of all processes."""
    lines = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            lines.append(path.read_text(errors="replace"))
    return "\n".join(lines)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_stays_when_the_run_is_broken_off(tmp_path: Path, how: signal.Signals) -> None:
    sleeps = "import subprocess, time\nsubprocess.Popen(['sleep', '321'], start_new_session=True)\nprint(1, flush=True)\ntime.sleep(99)\n"
    project = make_project(tmp_path, {"sleeps": HEADER.format(timeout=90) + sleeps})
    scratch = project / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "snippets"]
    environment = os.environ | {"TMPDIR": str(scratch)}
    with subprocess.Popen(
        command,
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler) and None,  # what runs in a background ignores it
    ) as run:
        until = time.monotonic() + 60
        while not any(path.read_bytes() for path in scratch.glob("tbe-*/0/stdout")):
            assert time.monotonic() < until
            time.sleep(0.1)
        os.killpg(run.pid, how)
        said = run.communicate(timeout=30)[0]
    assert "parent.py" not in said
    until = time.monotonic() + 15
    while any(scratch.iterdir()):
        assert time.monotonic() < until, list(scratch.iterdir())
        time.sleep(0.1)
    assert "sleep\x00321" not in running()


def test_folders_of_any_depth_and_mode_are_removed(tmp_path: Path) -> None:
    """Deeper than Python recurses, longer than a path may be, and closed to their owner."""
    dig = "import os\nfor _ in range(3000):\n    os.mkdir('d')\n    os.chdir('d')\nopen('f', 'w').close()\nos.symlink('/etc', 'l')\n"
    top = tmp_path / "top"
    (top / "a" / "b").mkdir(parents=True)
    subprocess.run([sys.executable, "-c", dig], cwd=top, check=True)
    (top / "a").chmod(0)
    remove(top)
    assert not top.exists()


def test_reading_goes_around_what_is_hidden(tmp_path: Path) -> None:
    for name in ("home/secret", "home/venv/lib", "home/link", "beside", "project/src"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "way").symlink_to(tmp_path / "home")
    paths = confine.around(
        [str(tmp_path / "home"), str(tmp_path / "project")], [str(tmp_path / "home" / "venv"), "", "/no/such", str(tmp_path / "home")]
    )

    def reached(path: Path) -> bool:
        return any(path.is_relative_to(allowed) for allowed in paths)

    assert [reached(tmp_path / name) for name in ("home", "home/secret", "home/venv/lib", "beside", "project", "project/src", "way")] == [
        False, False, True, True, False, False, False,
    ]  # fmt: skip
    assert reached(Path("/usr/bin").resolve())


def start_parent(folder: Path, preload: list[str]) -> subprocess.CompletedProcess[str]:
    """The runner's parent with nothing to do: it says what the machine is, or why it cannot fork."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(folder)])}
    scratch = folder / "scratch"
    scratch.mkdir()
    setup = json.dumps({"preload": preload, "stubs": [], "jobs": 1, "folder": str(scratch), "hidden": [], "needed": []}) + "\n"
    command = [sys.executable, "-m", "proven.run.parent"]
    return subprocess.run(command, input=setup, env=environment, capture_output=True, text=True, timeout=60)


def test_the_parent_does_without_what_is_not_installed(tmp_path: Path) -> None:
    done = start_parent(tmp_path, ["not_installed"])
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["machine"]["torch"]
    assert not (tmp_path / "scratch").exists()  # it cleans up at its end


def test_a_parent_with_threads_refuses_to_fork(tmp_path: Path) -> None:
    (tmp_path / "threaded.py").write_text("import threading, time\nthreading.Thread(target=time.sleep, args=(5,), daemon=True).start()\n")
    done = start_parent(tmp_path, ["threaded"])
    assert done.returncode == 1
    assert "owns 2 threads after importing ['threaded']: it cannot fork safely" in done.stderr


# What a runner must do that cannot fork, as on Windows; the rest is for the kernel's means, which it does without.
PLAIN = [
    "behaves", "last_digit", "expected_warning", "spawned", "exit_handler", "writes_in_its_folder", "differs", "not_printed", "unexpected_warning",
    "os_exit", "sys_exit", "exits_last", "message_raises", "thread_fails", "writes_outside", "network", "network_caught", "syntax", "undeclared", "no_figure",
    *(f"outside_{call}" for call in OUTSIDE),
]  # fmt: skip


def test_without_a_fork_each_snippet_has_an_interpreter_of_its_own(tmp_path: Path) -> None:
    sources = {name: source_of(name, CASES[name][0]) for name in PLAIN}
    late = "import time\nprint(1)\n# > 1\ntime.sleep(999)\n"
    sources |= {"raises": source_of("raises", CASES["raises"][0]), "endless_sleep": source_of("endless_sleep", late)}
    done = run_pytest(make_project(tmp_path, sources), "snippets", "--record=facts.json", PLAIN="1")
    expected = {name: CASES[name][1] for name in [*PLAIN, "raises"]} | {"endless_sleep": r"endless_sleep.py:10: still running after 3 s"}
    assert f"{sum(not why for why in expected.values())} passed" in done.stdout, done.stdout
    for why in filter(None, expected.values()):
        assert re.search(why, done.stdout), f"{why}\n{done.stdout}"
    assert "isolation: no network namespace and no process namespace and no Landlock here" in done.stdout
    assert json.loads((tmp_path / "facts.json").read_text("utf-8"))["snippets"]["snippets/chapter/behaves.py"]["torch"]


@pytest.mark.parametrize("end", ["", "time.sleep(999)\n"], ids=["ends", "is stopped"])
def test_without_a_fork_nothing_that_a_snippet_started_outlives_it(tmp_path: Path, end: str) -> None:
    starts = f"import subprocess, time\nsubprocess.Popen(['sleep', '432'])\nprint(1)\n# > 1\n{end}"
    done = run_pytest(make_project(tmp_path, {"starts": HEADER.format(timeout=5) + starts}), "snippets", PLAIN="1")
    assert ("still running" if end else "1 passed") in done.stdout, done.stdout
    until = time.monotonic() + 15
    while "sleep\x00432" in running():
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.parametrize("variables", [{}, {"PLAIN": "1"}])
def test_on_a_busy_machine_a_snippet_may_take_longer(tmp_path: Path, variables: dict[str, str]) -> None:
    late = source_of("endless_sleep", "import time\nprint(1)\n# > 1\ntime.sleep(999)\n")
    done = run_pytest(make_project(tmp_path, {"endless_sleep": late}), "snippets", "--patience=1.5", **variables)
    assert "still running after 4.5 s" in done.stdout, done.stdout
