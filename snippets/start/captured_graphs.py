# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# [tool.tbe]
# claims = ["graph.pytorch-has-graphs-too"]
# timeout = 120
# ///
"""PyTorch captures graphs, too: torch.compile recaptures when it must, torch.export refuses what one graph cannot hold."""

import torch
from torch import nn


# --8<-- [start:compile]
def count_graphs(
    graph_module, example_inputs
):  # a backend gets each captured graph; this one runs it as it is
    captured.append(
        [
            node.target.__name__
            for node in graph_module.graph.nodes
            if node.op == "call_function"
        ]
    )
    return graph_module.forward


def f(x, double):
    return x * 2 if double else x**3


captured = []
compiled = torch.compile(f, backend=count_graphs)
for double in (True, True, False):
    print(double, compiled(torch.tensor([-1.0]), double).tolist())
# > True [-2.0]
# > True [-2.0]
# > False [-1.0]
print(f"{captured=}")
# > captured=[['mul'], ['pow']]
# --8<-- [end:compile]


# --8<-- [start:export]
class Straight(nn.Module):
    def forward(self, x):
        return x * 2 + 1


class Branches(nn.Module):
    def forward(self, x):
        return x * 2 if x.sum() > 0 else x**3


program = torch.export.export(Straight(), (torch.ones(3),))
print([node.name for node in program.graph.nodes])
# > ['x', 'mul', 'add', 'output']
print(program.module()(torch.ones(3)).tolist())
# > [3.0, 3.0, 3.0]
# --8<-- [end:export]

# --8<-- [start:export-error]
from torch.fx.experimental.symbolic_shapes import GuardOnDataDependentSymNode

try:
    torch.export.export(Branches(), (torch.ones(3),))
except GuardOnDataDependentSymNode as error:
    print(
        f"{type(error).__name__}: {str(error).strip().splitlines()[0].partition(' (')[0]}"
    )
# > GuardOnDataDependentSymNode: Could not guard on data-dependent expression Eq(u0, 1)
# --8<-- [end:export-error]


# --8<-- [start:cond]
class Condition(nn.Module):
    def forward(self, x):
        return torch.cond(x.sum() > 0, lambda x: x * 2, lambda x: x**3, (x,))


program = torch.export.export(Condition(), (torch.ones(3),))
for value in (1.0, -1.0):
    print(value, "->", program.module()(torch.full((3,), value)).tolist())
# > 1.0 -> [2.0, 2.0, 2.0]
# > -1.0 -> [-1.0, -1.0, -1.0]
# --8<-- [end:cond]
