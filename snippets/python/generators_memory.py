# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = [
#     "py.generator-getsizeof", "py.generator-list-sizes-today",
#     "py.generator-vs-iterator", "py.generator-memory",
# ]
# alone = true
# ///
"""A generator makes its items on demand: what that saves."""


# --8<-- [start:yield]
def squares(n):
    print("started")
    for i in range(n):
        yield i**2


generator = squares(3)
print("nothing has run yet")
# > nothing has run yet
print(next(generator))
# > started
# > 0
print(list(generator))
# > [1, 4]
# --8<-- [end:yield]

# --8<-- [start:sizes]
from sys import getsizeof

numbers = [i for i in range(1000)]
generator = (i for i in range(1000))
print(f"list           {getsizeof(numbers)} bytes")
# ~ list           8856 bytes
print(f"generator      {getsizeof(generator)} bytes")
# ~ generator      200 bytes
print(f"iter(list)     {getsizeof(iter(numbers))} bytes")
# ~ iter(list)     48 bytes
long = (i for i in range(1_000_000))
print(f"same size for a million: {getsizeof(long) == getsizeof(generator)}")
# > same size for a million: True
back = list(generator)
print(type(back).__name__, getsizeof(back) == getsizeof(numbers))
# > list True
from collections.abc import Iterator

print(isinstance((i for i in "ab"), Iterator), isinstance(numbers, Iterator))
# > True False
# --8<-- [end:sizes]

# --8<-- [start:peak]
import tracemalloc


def peak(work):
    tracemalloc.start()
    work()
    size = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return size


n = 200_000
as_list = peak(lambda: sum([i for i in range(n)]))
as_generator = peak(lambda: sum(i for i in range(n)))
print(f"list {as_list / 1000:.0f} kB, generator {as_generator / 1000:.1f} kB")
# ~ list 8016 kB, generator 0.5 kB
print(f"more than 100 times: {as_list > 100 * as_generator}")
# > more than 100 times: True
# --8<-- [end:peak]
