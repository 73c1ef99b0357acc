# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["dp.gil"]
# alone = true
# ///
"""Two Python threads take turns, two processes do not: why one thread per GPU is not enough."""

# --8<-- [start:gil]
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def python_work(_):
    start = time.thread_time()  # counts only while this thread has the processor
    sum(i * i for i in range(2_000_000))
    return time.thread_time() - start


def cores_in_use(pool):
    list(pool.map(python_work, range(2)))  # the first round starts the workers
    start = time.perf_counter()
    busy = sum(pool.map(python_work, range(2)))
    return busy / (time.perf_counter() - start)


if __name__ == "__main__":
    with ThreadPoolExecutor(2) as pool:
        threads = cores_in_use(pool)
    with ProcessPoolExecutor(2) as pool:
        processes = cores_in_use(pool)
    print(f"two threads keep more than 1.2 cores busy: {threads > 1.2}")
    print(f"cores in use: threads {threads:.1f}, processes {processes:.1f}")
# > two threads keep more than 1.2 cores busy: False
# ~ cores in use: threads 0.3, processes 0.3
# --8<-- [end:gil]
