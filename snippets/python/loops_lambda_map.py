# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["py.lambda", "py.map"]
# ///
"""lambda, map, and the lambda that is made in a loop."""

# --8<-- [start:lambda]
multiply = lambda a, b: a * b
print(multiply(3, 4))
# > 12
print((lambda a, b: a * b)(3, 4))
# > 12
print(sorted(["giraffe", "ox", "dog"], key=lambda word: len(word)))
# > ['ox', 'dog', 'giraffe']

lazy = map(print, ["called now"])
print("not called yet")
# > not called yet
list(lazy)
# > called now
squares = map(lambda a: a**2, [1, 2, 3, 4])
print(squares.__class__.__name__)
# > map
print(list(squares))
# > [1, 4, 9, 16]
print(list(squares))
# > []
print(list(map(lambda a, b: a + b, [1, 2], [10, 20])))
# > [11, 22]
print([a**2 for a in [1, 2, 3, 4]])
# > [1, 4, 9, 16]
# --8<-- [end:lambda]

# --8<-- [start:hooks]
import torch
from torch import nn

model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 4))
seen = {}
for name, layer in model.named_children():
    layer.register_forward_hook(
        lambda module, args, output: seen.update({name: tuple(output.shape)})
    )
model(torch.ones(1, 2))
print(seen)
# > {'1': (1, 4)}
# --8<-- [end:hooks]

# --8<-- [start:hooks-fixed]
from functools import partial


def remember(name, module, args, output):
    seen[name] = tuple(output.shape)


model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 4))
seen = {}
for name, layer in model.named_children():
    layer.register_forward_hook(partial(remember, name))
model(torch.ones(1, 2))
print(seen)
# > {'0': (1, 3), '1': (1, 4)}
# --8<-- [end:hooks-fixed]

# --8<-- [start:pickle]
import pickle


def main():
    def collate(samples):
        return samples

    return collate


for function in (multiply, main(), remember, partial(remember, "0")):
    try:
        pickle.dumps(function)
        print("pickled")
    except (pickle.PicklingError, AttributeError) as error:
        print(f"{type(error).__name__}: {str(error).split(' at 0x')[0]}")
# > PicklingError: Can't pickle <function <lambda>
# > AttributeError: Can't pickle local object 'main.<locals>.collate'
# > pickled
# > pickled
# --8<-- [end:pickle]
