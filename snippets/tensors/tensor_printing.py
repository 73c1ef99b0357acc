# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""How a tensor prints: 1e-05, four digits, three dots, and how to change that."""

import torch

# --8<-- [start:scientific]
x = torch.tensor([0.00001, 1.0, 1000.0])
print(x)
# > tensor([1.0000e-05, 1.0000e+00, 1.0000e+03])
torch.set_printoptions(sci_mode=False)
print(x)  # four digits: the first one looks like zero
# > tensor([   0.0000,    1.0000, 1000.0000])
torch.set_printoptions(sci_mode=False, precision=6)
print(x)
# > tensor([   0.000010,    1.000000, 1000.000000])
# --8<-- [end:scientific]

# --8<-- [start:default]
torch.set_printoptions(profile="default")
print(x)
# > tensor([1.0000e-05, 1.0000e+00, 1.0000e+03])
# --8<-- [end:default]

# --8<-- [start:why]
print(torch.tensor([0.5, 500.0]))
# > tensor([  0.5000, 500.0000])
print(torch.tensor([0.5, 1000.0]))  # 2,000 times as large
# > tensor([5.0000e-01, 1.0000e+03])
print(torch.tensor([0.00001]), torch.tensor([2e8]))
# > tensor([1.0000e-05]) tensor([2.0000e+08])
# --8<-- [end:why]

# --8<-- [start:item]
third = torch.tensor(1 / 3)
print(third, third.item())  # four digits are printed, more are stored
# > tensor(0.3333) 0.3333333432674408
# --8<-- [end:item]

# --8<-- [start:dots]
long = torch.arange(1001)
print(long)
# > tensor([   0,    1,    2,  ...,  998,  999, 1000])
print(len(str(long)), "..." in str(torch.arange(1000)))
# > 50 False
torch.set_printoptions(threshold=2000)
print("..." in str(long))
# > False
torch.set_printoptions(profile="full")
print(len(str(long)))  # every number
# > 6678
torch.set_printoptions(profile="default")
# --8<-- [end:dots]
