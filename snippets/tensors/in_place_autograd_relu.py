# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["mis.inplace-relu"]
# ///
"""ReLU(inplace=True) is fine as long as nobody needs what it overwrites."""

import torch
from torch import nn

# --8<-- [start:legal]
x = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)

torch.relu_(x * 2).sum().backward()  # mul does not need its result
print(f"{x.grad=}")
# > x.grad=tensor([0., 0., 2.])
try:
    torch.relu_(x.exp()).sum().backward()  # exp does
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).split(': [')[0]}")
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:legal]

# --8<-- [start:residual]
x = torch.tensor([-1.0, 0.5, 2.0])
print(f"{x + nn.ReLU()(x)=}")
# > x + nn.ReLU()(x)=tensor([-1.,  1.,  4.])

relu = nn.ReLU(inplace=True)
inputs = x.clone()
print(f"{inputs + relu(inputs)=}")  # both terms are the result
# > inputs + relu(inputs)=tensor([0., 1., 4.])
print(f"{inputs=}")  # and the input is gone
# > inputs=tensor([0.0000, 0.5000, 2.0000])
# --8<-- [end:residual]

# --8<-- [start:memory]
x = torch.randn(1000, 1000)
print(f"{x.nbytes=:,}")
# > x.nbytes=4,000,000
print(f"{torch.relu(x).data_ptr() == x.data_ptr()=}")  # as many bytes again
# > torch.relu(x).data_ptr() == x.data_ptr()=False
print(f"{torch.relu_(x).data_ptr() == x.data_ptr()=}")  # none
# > torch.relu_(x).data_ptr() == x.data_ptr()=True
# --8<-- [end:memory]


# --8<-- [start:held]
def held_for_backward(inplace):
    """Bytes that the graph keeps between forward and backward."""
    layers = [nn.Linear(100, 100), nn.ReLU(inplace), nn.Linear(100, 100)]
    model = nn.Sequential(*layers, nn.ReLU(inplace))
    inputs = torch.ones(64, 100)
    sizes = {}

    def remember(tensor):
        storage = tensor.untyped_storage()
        sizes[storage.data_ptr()] = storage.nbytes()
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(remember, lambda tensor: tensor):
        outputs = model(inputs)
    outputs.sum().backward()
    return sum(sizes.values())


print(f"{held_for_backward(inplace=False)=:,}")
# > held_for_backward(inplace=False)=116,800
print(f"{held_for_backward(inplace=True)=:,}")
# > held_for_backward(inplace=True)=116,800
# --8<-- [end:held]


# --8<-- [start:conv]
def gradient(inplace):
    torch.manual_seed(0)
    conv = nn.Conv2d(1, 4, 3)
    model = nn.Sequential(conv, nn.BatchNorm2d(4), nn.ReLU(inplace))
    model(torch.rand(2, 1, 8, 8)).square().mean().backward()
    return conv.weight.grad


print(f"{torch.allclose(gradient(inplace=False), gradient(inplace=True))=}")
# > torch.allclose(gradient(inplace=False), gradient(inplace=True))=True
# --8<-- [end:conv]
