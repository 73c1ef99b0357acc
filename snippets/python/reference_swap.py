# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = [
#     "py.swap-body-bug", "py.swap-no-effect-output",
#     "py.swap-address-not-passed", "py.swap-offset-output",
#     "py.swap-offset-global", "py.swap-standard-output",
#     "py.swap-standard-passes-reference",
# ]
# ///
"""Swaps that work, swaps that do not, and the one that only a tensor spoils."""


# --8<-- [start:names]
def swap_broken(a, b):
    tmp = a
    a = b
    b = a  # meant: b = tmp
    return a, b


def swap(a, b):
    a, b = b, a
    return a, b


print(swap_broken(1, 2), swap(1, 2))
# > (2, 2) (2, 1)

arr = [1, 2, 3, 4, 5]
swap(arr[0], arr[1])
print(arr)
# > [1, 2, 3, 4, 5]
# --8<-- [end:names]


# --8<-- [start:passed]
def same_object(a):
    return a is arr[0]


arr = [1000, 2000]
print(same_object(arr[0]))
# > True
# --8<-- [end:passed]


# --8<-- [start:items-broken]
def swap_items_broken(items, i, j):
    tmp = items[i]
    items[j] = items[i]  # meant: items[i] = items[j]
    items[i] = tmp  # meant: items[j] = tmp


arr = [1, 2, 3, 4, 5]
swap_items_broken(arr, 0, 1)
print(arr)
# > [1, 1, 3, 4, 5]


def swap_items(items, i, j):
    items[i], items[j] = items[j], items[i]


arr = [1, 2, 3, 4, 5]
swap_items(arr, 0, 1)
print(arr)
# > [2, 1, 3, 4, 5]
# --8<-- [end:items-broken]


# --8<-- [start:global]
def swap_offset_broken(i, j):
    tmp = arr[i]
    arr[j] = arr[i]
    arr[i] = tmp


arr = [1, 2, 3, 4, 5]
swap_offset_broken(0, 1)
print(arr)
# > [1, 1, 3, 4, 5]

numbers = globals().pop("arr")  # the list has another name now
try:
    swap_offset_broken(0, 1)
except NameError as error:
    print(f"NameError: {error}")
# > NameError: name 'arr' is not defined
# --8<-- [end:global]

# --8<-- [start:tensor]
import torch

t = torch.tensor([1, 2, 3])
t[0], t[1] = t[1], t[0]
print(t)
# > tensor([2, 2, 3])

t = torch.tensor([1, 2, 3])
t[[0, 1]] = t[[1, 0]]
print(t)
# > tensor([2, 1, 3])
# --8<-- [end:tensor]
