# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["tensor.reshape-copies"]
# ///
"""reshape() is a view where it can be one, so a write may or may not reach the source."""

import torch

# --8<-- [start:reaches]
x = torch.zeros(2, 3)
x.reshape(6)[0] = 1  # a view: the write reaches x
x.t().reshape(6)[1] = 7  # a copy: the write is lost
print(x)
# > tensor([[1., 0., 0.],
# >         [0., 0., 0.]])
# --8<-- [end:reaches]


# --8<-- [start:shares]
def shares(a, b):
    return a.untyped_storage().data_ptr() == b.untyped_storage().data_ptr()


print(shares(x, x.reshape(6)), shares(x, x.t().reshape(6)))
# > True False
# --8<-- [end:shares]

# --8<-- [start:say-it]
y = x.reshape(6).clone()  # surely your own memory
y[0] = 5
print(x[0, 0], shares(x, y))
# > tensor(1.) False
# --8<-- [end:say-it]
