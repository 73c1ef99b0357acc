# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""torch.jit.trace records one path in silence, torch.export refuses, torch.where holds both."""

import torch
from torch import nn


# --8<-- [start:trace]
class Doubler(nn.Module):
    def forward(self, inputs):
        if inputs.sum() > 0:  # the values decide
            return inputs * 2
        return inputs


model = Doubler().eval()
positive, negative = torch.ones(2), -torch.ones(2)
traced = torch.jit.trace(model, (positive,))
# ! FutureWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! FutureWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! TracerWarning: Converting a tensor to a Python boolean might cause the trace to be incorrect. We can't record the data flow of Python values, so this value will be treated as a constant in the future. This means that the trace might not generalize to other inputs!
# <= 2.13
# ! DeprecationWarning: `torch.jit.trace` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! DeprecationWarning: `torch.jit.trace_method` is deprecated. Please switch to `torch.compile` or `torch.export`.
# ! TracerWarning: Converting a tensor to a Python boolean might cause the trace to be incorrect. We can't record the data flow of Python values, so this value will be treated as a constant in the future. This means that the trace might not generalize to other inputs!
print(model(negative).tolist(), traced(negative).tolist())
# > [-1.0, -1.0] [-2.0, -2.0]
# --8<-- [end:trace]

# --8<-- [start:refused]
from torch.fx.experimental.symbolic_shapes import GuardOnDataDependentSymNode

try:
    torch.export.export(model, (positive,))
except GuardOnDataDependentSymNode as error:
    print(f"{type(error).__name__}: {str(error).partition(' (')[0]}")
# > GuardOnDataDependentSymNode: Could not guard on data-dependent expression Eq(u0, 1)
# --8<-- [end:refused]


# --8<-- [start:where]
class Both(nn.Module):
    def forward(self, inputs):
        return torch.where(inputs.sum() > 0, inputs * 2, inputs)


program = torch.export.export(Both().eval(), (positive,))
print(program.module()(positive).tolist(), program.module()(negative).tolist())
# > [2.0, 2.0] [-1.0, -1.0]
# --8<-- [end:where]
