# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""Every usual way to write the update wrong, and what torch says to each."""

import torch

lr = 0.1


# --8<-- [start:train]
def train(update, steps=3):
    """Three steps on (w - 2) ** 2; `update` moves w and returns it."""
    w = torch.tensor(5.0, requires_grad=True)
    try:
        for _ in range(steps):
            loss = (w - 2) ** 2
            loss.backward()
            w = update(w)
    except (RuntimeError, TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
    else:
        print(f"w after {steps} steps: {w.item():.4f}")


def right(w):
    with torch.no_grad():
        w -= lr * w.grad
    w.grad = None
    return w


train(right)
# > w after 3 steps: 3.5360
# --8<-- [end:train]


# --8<-- [start:leaf]
def no_grad_is_missing(w):
    w -= lr * w.grad
    w.grad = None
    return w


train(no_grad_is_missing)
# > RuntimeError: a leaf Variable that requires grad is being used in an in-place operation.
# --8<-- [end:leaf]


# --8<-- [start:new-tensor]
def new_tensor(w):
    return w - lr * w.grad  # a result, no longer the leaf you made


train(new_tensor)
# > TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
# ! UserWarning: The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 for more information.
# --8<-- [end:new-tensor]


# --8<-- [start:new-tensor-no-grad]
def new_tensor_under_no_grad(w):
    with torch.no_grad():
        return w - lr * w.grad


train(new_tensor_under_no_grad)
# > RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn
# --8<-- [end:new-tensor-no-grad]


# --8<-- [start:none]
w = torch.tensor(5.0, requires_grad=True)
try:
    w.grad.zero_()  # before the first backward()
except AttributeError as error:
    print(f"AttributeError: {error}")
# > AttributeError: 'NoneType' object has no attribute 'zero_'

loss = (w - 2) ** 2
try:
    with torch.no_grad():
        w -= lr * w.grad  # backward() was left out
except TypeError as error:
    print(f"TypeError: {error}")
# > TypeError: unsupported operand type(s) for *: 'float' and 'NoneType'
# --8<-- [end:none]


# --8<-- [start:outside]
w = torch.tensor(5.0, requires_grad=True)
loss = (w - 2) ** 2  # outside the loop: computed once
try:
    for _ in range(3):
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
except RuntimeError as error:
    print(f"RuntimeError: {str(error).partition('(')[0].strip()}")
# > RuntimeError: Trying to backward through the graph a second time
# --8<-- [end:outside]

# --8<-- [start:retain]
for name, loss_of in {
    "(w - 2) ** 2": lambda w: (w - 2) ** 2,
    "w ** 2": lambda w: w**2,
}.items():
    w = torch.tensor(5.0, requires_grad=True)
    loss = loss_of(w)
    try:
        for _ in range(4):
            loss.backward(retain_graph=True)
            print(f"{name}: {w.item()=:.1f} {w.grad.item()=:.1f}")
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
    except RuntimeError as error:
        print(f"RuntimeError: {str(error).partition(':')[0]}")
# > (w - 2) ** 2: w.item()=5.0 w.grad.item()=6.0
# > (w - 2) ** 2: w.item()=4.4 w.grad.item()=6.0
# > (w - 2) ** 2: w.item()=3.8 w.grad.item()=6.0
# > (w - 2) ** 2: w.item()=3.2 w.grad.item()=6.0
# > w ** 2: w.item()=5.0 w.grad.item()=10.0
# > RuntimeError: one of the variables needed for gradient computation has been modified by an inplace operation
# --8<-- [end:retain]


# --8<-- [start:forgotten]
def not_cleared(w):
    with torch.no_grad():
        w -= lr * w.grad
    return w


for steps in (3, 10, 20, 40):
    train(not_cleared, steps)
# > w after 3 steps: 1.9760
# > w after 10 steps: 2.0720
# > w after 20 steps: -1.0289
# > w after 40 steps: 4.5696
train(right, 40)
# > w after 40 steps: 2.0004
# --8<-- [end:forgotten]


# --8<-- [start:data]
def through_data(w):
    w.data -= lr * w.grad  # older code
    w.grad = None
    return w


train(through_data)
# > w after 3 steps: 3.5360
# --8<-- [end:data]
