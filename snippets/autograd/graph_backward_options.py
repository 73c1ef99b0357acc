# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""The arguments of backward(): gradient, retain_graph, create_graph, inputs."""

import torch

# --8<-- [start:gradient]
w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
factors = torch.tensor([1.0, 0.0, 10.0])  # one for each element
(w**2).backward(gradient=factors)
print(f"gradient=:     {w.grad.tolist()}")
# > gradient=:     [2.0, 0.0, 60.0]
# --8<-- [end:gradient]

# --8<-- [start:retain]
a = torch.tensor(2.0, requires_grad=True)
shared = a**3
shared.backward(retain_graph=True)  # without it the next line fails
(shared * 2).backward()
print(f"retain_graph=: {a.grad.item()}")
# > retain_graph=: 36.0

a.grad = None
shared = a**3
(shared + shared * 2).backward()  # added first: one call is enough
print(f"added first:   {a.grad.item()}")
# > added first:   36.0
# --8<-- [end:retain]

# --8<-- [start:create-warns]
a = torch.tensor(3.0, requires_grad=True)
(a**3).backward(create_graph=True)
# ! UserWarning: Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak.
print(f"create_graph=: {a.grad.requires_grad=}")
# > create_graph=: a.grad.requires_grad=True
# --8<-- [end:create-warns]

# --8<-- [start:inputs]
a = torch.tensor(2.0, requires_grad=True)
b = torch.tensor(5.0, requires_grad=True)
(a * b).backward(inputs=[a])
print(f"inputs=:       {a.grad=} {b.grad=}")
# > inputs=:       a.grad=tensor(5.) b.grad=None
# --8<-- [end:inputs]
