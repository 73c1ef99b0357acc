# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14", "numpy>=2"]
# ///
"""Old names of autograd, schedulers and mixed precision, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import functorch
import torch
from torch import nn
from torch.autograd import Variable
from torch.optim.lr_scheduler import ReduceLROnPlateau, StepLR
from torch.utils.checkpoint import checkpoint

EXPECTED = (AttributeError, IndexError, RuntimeError, TypeError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


class Double(torch.autograd.Function):
    """An autograd function as it was written before static methods."""

    def forward(self, x):
        return x * 2

    def backward(self, grad):
        return grad * 2


class NewDouble(torch.autograd.Function):
    """The same today: static methods, and `ctx` in the place of `self`."""

    @staticmethod
    def forward(ctx, x):
        return x * 2

    @staticmethod
    def backward(ctx, grad):
        return grad * 2


# --8<-- [start:autograd]
w = torch.tensor([1.0, 2.0], requires_grad=True)
loss = (w**2).mean()
model = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
with today():
    Variable(w)
# > runs
w  # a tensor is enough

with today():
    Variable(w, volatile=True)
# > UserWarning: volatile was removed and now has no effect
with torch.no_grad():
    w * 2

with today():
    loss.data[0]
# > IndexError: invalid index of a 0-dim tensor
loss.item()

with today():
    w.volatile
# > UserWarning: volatile was removed
w.requires_grad

with today():
    w.data.numpy()
# > runs
w.detach().numpy()

with today():
    loss.backward(retain_variables=True)
# > TypeError: Tensor.backward() got an unexpected keyword argument 'retain_variables'
loss.backward(retain_graph=True)

with today():
    Double()(w)
# > DeprecationWarning: <class '__main__.Double'> should not be instantiated
# > RuntimeError: Legacy autograd function with non-static forward method is deprecated
NewDouble.apply(w)

with today():
    model.register_backward_hook(lambda *parts: None)
    model(w).sum().backward()
# > FutureWarning: Using a non-full backward hook when the forward contains multiple autograd Nodes is deprecated and will be removed in future versions
model = nn.Sequential(nn.Linear(2, 2), nn.ReLU())
model.register_full_backward_hook(lambda *parts: None)

with today():
    checkpoint(model, w)
# > UserWarning: torch.utils.checkpoint: the use_reentrant parameter should be passed explicitly
checkpoint(model, w, use_reentrant=False)

with today():
    functorch.vmap(torch.sin)(w)
# > FutureWarning: We've integrated functorch into PyTorch
torch.vmap(torch.sin)(w)

with today():
    functorch.grad(torch.sum)(w)
# > FutureWarning: We've integrated functorch into PyTorch
torch.func.grad(torch.sum)(w)

with today():
    functorch.make_functional(model)
# > FutureWarning: We've integrated functorch into PyTorch
torch.func.functional_call(model, dict(model.named_parameters()), w)
# --8<-- [end:autograd]

# --8<-- [start:optim]
model = nn.Linear(2, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = StepLR(optimizer, step_size=1)
model(torch.ones(1, 2)).sum().backward()
with today():
    scheduler.step()  # before the optimizer
# > UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`
optimizer.step()
scheduler.step()

with today():
    scheduler.step(3)
# > UserWarning: The epoch parameter in `scheduler.step()` was not necessary and is being deprecated where possible
scheduler.step()

with today():
    scheduler.get_lr()
# > UserWarning: To get the last learning rate computed by the scheduler, please use `get_last_lr()`.
scheduler.get_last_lr()

with today():
    StepLR(optimizer, 1, verbose=True)
# > TypeError: StepLR.__init__() got an unexpected keyword argument 'verbose'
StepLR(optimizer, 1).get_last_lr()

with today():
    ReduceLROnPlateau(optimizer, verbose=True)
# > TypeError: ReduceLROnPlateau.__init__() got an unexpected keyword argument 'verbose'
ReduceLROnPlateau(optimizer).get_last_lr()

with today():
    optimizer.zero_grad()
    model.weight.grad.sum()
# > AttributeError: 'NoneType' object has no attribute 'sum'
model(torch.ones(1, 2)).sum().backward()
optimizer.zero_grad(set_to_none=False)
model.weight.grad.sum()

with today():
    torch.cuda.amp.autocast()
# > FutureWarning: `torch.cuda.amp.autocast(args...)` is deprecated
torch.autocast("cuda", enabled=torch.cuda.is_available())

with today():
    torch.cuda.amp.GradScaler()
# > FutureWarning: `torch.cuda.amp.GradScaler(args...)` is deprecated
torch.amp.GradScaler("cuda", enabled=torch.cuda.is_available())

with today():
    torch.cpu.amp.autocast()
# > FutureWarning: `torch.cpu.amp.autocast(args...)` is deprecated
torch.autocast("cpu", dtype=torch.bfloat16)

with today():
    torch.cuda.memory_cached()
# > FutureWarning: `torch.cuda.memory_cached` has been renamed to `torch.cuda.memory_reserved`
torch.cuda.memory_reserved()

with today():
    torch.autograd.profiler.profile(use_cuda=True)
# > TypeError: profile.__init__() got an unexpected keyword argument 'use_cuda'
torch.profiler.profile()
# --8<-- [end:optim]
