# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.gil"]
# ///
"""nn.DataParallel runs its replicas in Python threads; Python code of two threads takes turns, operators of torch need not."""

# --8<-- [start:gil]
import sys
import threading
import time
from itertools import pairwise


def changes(switch_interval):
    # How many seconds a thread may hold the lock while another waits.
    sys.setswitchinterval(switch_interval)
    both_ready, log = threading.Barrier(2), []

    def python_work(name):
        both_ready.wait()
        end = time.monotonic() + 0.2  # seconds
        while time.monotonic() < end:
            log.append(name)

    threads = [threading.Thread(target=python_work, args=(name,)) for name in "AB"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(before != after for before, after in pairwise(log))


print(f"a thread may hold the lock for 60 s: {changes(60)} change of thread")
# > a thread may hold the lock for 60 s: 1 change of thread
print(f"for a microsecond: more than one: {changes(1e-6) > 1}")
# > for a microsecond: more than one: True
# --8<-- [end:gil]

# --8<-- [start:released]
import torch

sys.setswitchinterval(60)  # again: whoever has the lock may keep it
matrix = torch.randn(1500, 1500)
done = threading.Event()


def multiply():
    for _ in range(5):
        matrix @ matrix  # the lock is given back inside the operator
    done.set()


thread = threading.Thread(target=multiply)
thread.start()
rounds = 0
while not done.is_set():
    rounds += 1
    time.sleep(0.001)
thread.join()
print(f"Python ran while the other thread multiplied: {rounds > 1}")
# > Python ran while the other thread multiplied: True
# --8<-- [end:released]

# --8<-- [start:threads]
import inspect

from torch.nn.parallel import parallel_apply

print("threads:", "threading.Thread(" in inspect.getsource(parallel_apply))
# > threads: True
# --8<-- [end:threads]
