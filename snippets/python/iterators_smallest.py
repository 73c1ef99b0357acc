# /// script
# requires-python = ">=3.11"
# dependencies = []
#
# [tool.tbe]
# claims = ["py.iterator-next", "py.iterator-sequence-only"]
# ///
"""iter() gives an iterator, next() the next item; a for loop does both."""

# --8<-- [start:smallest]
animals = iter(["cat", "dog"])
print(next(animals))
# > cat
print(next(animals))
# > dog
try:
    next(animals)
except StopIteration:
    print("StopIteration")
# > StopIteration
# --8<-- [end:smallest]

# --8<-- [start:by-hand]
for animal in ["cat", "dog"]:
    print(animal)
# > cat
# > dog

iterator = iter(["cat", "dog"])
while True:
    try:
        animal = next(iterator)
    except StopIteration:
        break
    print(animal)
# > cat
# > dog
# --8<-- [end:by-hand]

# --8<-- [start:used-up]
numbers = [1, 2, 3]
iterator = iter(numbers)
print(sum(numbers), sum(numbers))
# > 6 6
print(sum(iterator), sum(iterator))
# > 6 0
# --8<-- [end:used-up]

# --8<-- [start:kinds]
from collections.abc import Iterator

things = {
    "list": [1, 2],
    "string": "ab",
    "dict": {"lr": 0.1, "epochs": 3},
    "set": {7},
    "range": range(2),
    "iter(list)": iter([1, 2]),
    "map": map(str, [1, 2]),
    "filter": filter(None, [0, 1]),
    "zip": zip("ab", "cd"),
    "enumerate": enumerate("ab"),
    "generator": (i for i in range(2)),
}
for name, thing in things.items():
    kind = "iterator" if isinstance(thing, Iterator) else "iterable"
    size = "len" if hasattr(thing, "__len__") else "no len"
    print(f"{name:11}{kind:9}{size:7}", end="")
    print(f"first {list(thing)}, then {list(thing)}")
# > list       iterable len    first [1, 2], then [1, 2]
# > string     iterable len    first ['a', 'b'], then ['a', 'b']
# > dict       iterable len    first ['lr', 'epochs'], then ['lr', 'epochs']
# > set        iterable len    first [7], then [7]
# > range      iterable len    first [0, 1], then [0, 1]
# > iter(list) iterator no len first [1, 2], then []
# > map        iterator no len first ['1', '2'], then []
# > filter     iterator no len first [1], then []
# > zip        iterator no len first [('a', 'c'), ('b', 'd')], then []
# > enumerate  iterator no len first [(0, 'a'), (1, 'b')], then []
# > generator  iterator no len first [0, 1], then []
# --8<-- [end:kinds]
