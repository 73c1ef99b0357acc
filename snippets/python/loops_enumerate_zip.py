# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = [
#     "py.enumerate-output", "py.enumerate-definition", "py.enumerate-string",
#     "py.zip-definition", "py.zip-outputs",
# ]
# ///
"""enumerate counts, zip pairs up; both take anything that you can loop over."""

# --8<-- [start:enumerate]
for index, letter in enumerate(["a", "b", "c", "d"]):
    print(index, letter)
# > 0 a
# > 1 b
# > 2 c
# > 3 d

print(list(enumerate("ab c")))
# > [(0, 'a'), (1, 'b'), (2, ' '), (3, 'c')]
print({i: word for i, word in enumerate("a b c d".split())})
# > {0: 'a', 1: 'b', 2: 'c', 3: 'd'}
# --8<-- [end:enumerate]

# --8<-- [start:loader]
import torch
from torch.utils.data import DataLoader

loader = DataLoader(torch.arange(4), batch_size=2)
for step, batch in enumerate(loader, start=1):
    print(step, batch)
# > 1 tensor([0, 1])
# > 2 tensor([2, 3])
# --8<-- [end:loader]

# --8<-- [start:zip]
a, b = ["d", "o", "g"], ["c", "a", "t"]
print(list(zip(a, b)))
# > [('d', 'c'), ('o', 'a'), ('g', 't')]
print([i + j for i, j in zip(a, b)])
# > ['dc', 'oa', 'gt']
print(dict(zip(["lr", "epochs"], [0.1, 3])))
# > {'lr': 0.1, 'epochs': 3}
# --8<-- [end:zip]

# --8<-- [start:shortest]
names = ["cat", "dog", "pig"]
scores = [0.9, 0.7]
print(list(zip(names, scores)))
# > [('cat', 0.9), ('dog', 0.7)]
try:
    list(zip(names, scores, strict=True))
except ValueError as error:
    print(f"ValueError: {error}")
# > ValueError: zip() argument 2 is shorter than argument 1
# --8<-- [end:shortest]
