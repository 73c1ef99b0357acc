# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=2"]
#
# [tool.tbe]
# claims = ["mis.detach-copies"]
# ///
"""detach() shares memory with the original; clone() copies; .data hides a change from autograd."""

import torch

# --8<-- [start:shares]
a = torch.ones(2, requires_grad=True)
d = a.detach()
d[0] = 9
print(f"{a=}")
# > a=tensor([9., 1.], requires_grad=True)
print(f"same memory: {d.data_ptr() == a.data_ptr()}")
# > same memory: True
# --8<-- [end:shares]

# --8<-- [start:copies]
copy = a.detach().clone()
copy[0] = 5
print(f"{copy=} {a=}")
# > copy=tensor([5., 1.]) a=tensor([9., 1.], requires_grad=True)

clone = a.clone()  # a copy that autograd still follows
print(f"{clone.requires_grad=} {copy.requires_grad=}")
# > clone.requires_grad=True copy.requires_grad=False
# --8<-- [end:copies]

# --8<-- [start:numpy]
array = a.detach().numpy()
array[1] = 7
print(f"{a=}")
# > a=tensor([9., 7.], requires_grad=True)
# --8<-- [end:numpy]


# --8<-- [start:data]
def slope(change):
    w = torch.tensor([1.0], requires_grad=True)
    y = w.exp()  # backward needs y: the slope of exp is exp itself
    change(y)
    y.sum().backward()
    return round(w.grad.item(), 4)


print(f"untouched: {slope(lambda y: None)}")
# > untouched: 2.7183
print(f".data:     {slope(lambda y: y.data.zero_())}")
# > .data:     0.0
try:
    print(slope(lambda y: y.detach().zero_()))
except RuntimeError as error:
    print(f".detach(): {type(error).__name__}: {str(error).split(':')[0]}")
# > .detach(): RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:data]
