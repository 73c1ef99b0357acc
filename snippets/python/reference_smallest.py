# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["py.call-by-object-reference", "py.copy-argument-rule"]
# ///
"""A function gets the caller's object: changes show, new names do not."""


# --8<-- [start:smallest]
def change(items):
    items.append(4)


def replace(items):
    items = items + [4]
    print("inside: ", items)


numbers = [1, 2, 3]
replace(numbers)
# > inside:  [1, 2, 3, 4]
print("replace:", numbers)
# > replace: [1, 2, 3]
change(numbers)
print("change: ", numbers)
# > change:  [1, 2, 3, 4]
# --8<-- [end:smallest]


# --8<-- [start:same]
def look(x):
    print(x is number, x is numbers, x is word)


number, word = 1000, "cat"
look(number)
# > True False False
look(numbers)
# > False True False
look(word)
# > False False True
# --8<-- [end:same]

# --8<-- [start:plus]
import torch


def plus_equals(x):
    x += x


for value in (5, "ab", (1, 2), [1, 2], torch.tensor([1, 2])):
    outside = value
    plus_equals(outside)
    print(f"{type(value).__name__:7}{outside}")
# > int    5
# > str    ab
# > tuple  (1, 2)
# > list   [1, 2, 1, 2]
# > Tensor tensor([2, 4])
# --8<-- [end:plus]


# --8<-- [start:answer]
def shift(x):
    return x + 1  # a new tensor; x += 1 would change the caller's


# --8<-- [end:answer]


# --8<-- [start:tensor]
def shift_in_place(x):
    x += 1
    return x


x = torch.zeros(2)
y = shift(x)
print(x, y is x)
# > tensor([0., 0.]) False
y = shift_in_place(x)
print(x, y is x)
# > tensor([1., 1.]) True
# --8<-- [end:tensor]


# --8<-- [start:clone]
def clamp_negative(x):
    x = x.clone()
    x[x < 0] = 0
    return x


x = torch.tensor([-1.0, 2.0])
print(clamp_negative(x), x)
# > tensor([0., 2.]) tensor([-1.,  2.])
# --8<-- [end:clone]
