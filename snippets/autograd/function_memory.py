# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""Autograd saves what every step needs; a Function may save the input only and compute the rest again."""

import torch
from torch.autograd import Function
from torch.utils.checkpoint import checkpoint


# --8<-- [start:memory]
def by_steps(x):
    return x * torch.sigmoid(x) * torch.tanh(x)


class ByFormula(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)  # the only tensor that is kept
        return x * torch.sigmoid(x) * torch.tanh(x)

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        s, t = torch.sigmoid(x), torch.tanh(x)  # computed again
        return grad_output * (s * t + x * s * (1 - s) * t + x * s * (1 - t * t))


def kept_bytes(function, x):
    kept = {}

    def note(tensor):
        kept[tensor.data_ptr()] = tensor.nbytes
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(note, lambda tensor: tensor):
        output = function(x)
    (slope,) = torch.autograd.grad(output.sum(), x)
    return sum(kept.values()), slope


torch.manual_seed(0)
x = torch.randn(1000, requires_grad=True)
steps_size, steps_slope = kept_bytes(by_steps, x)
formula_size, formula_slope = kept_bytes(ByFormula.apply, x)
print(f"the input itself: {x.nbytes} bytes")
# > the input itself: 4000 bytes
print(f"by steps:         {steps_size} bytes kept")
# > by steps:         16000 bytes kept
print(f"by formula:       {formula_size} bytes kept")
# > by formula:       4000 bytes kept
print(f"same gradient:    {torch.allclose(steps_slope, formula_slope, atol=1e-6)}")
# > same gradient:    True
# --8<-- [end:memory]


# --8<-- [start:checkpoint]
def counted(x):
    global runs
    runs += 1
    return by_steps(x)


runs = 0
size, slope = kept_bytes(lambda x: checkpoint(counted, x, use_reentrant=False), x)
print(f"checkpoint: {size} bytes kept, forward ran {runs} times")
# > checkpoint: 4000 bytes kept, forward ran 2 times
print(f"same gradient: {torch.equal(slope, steps_slope)}")
# > same gradient: True
# --8<-- [end:checkpoint]
