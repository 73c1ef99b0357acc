# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What breaks a graph of torch.compile, and which shapes are compiled again."""

import torch


# --8<-- [start:breaks]
def with_if(x):
    y = x * 2
    if y.sum() > 0:  # Python needs the number: the graph ends here
        return y + 1
    return y - 1


def without_if(x):
    y = x * 2
    return torch.where(y.sum() > 0, y + 1, y - 1)


for function in (with_if, without_if):
    torch._dynamo.reset()
    report = torch._dynamo.explain(function)(torch.ones(3))
    print(
        f"{function.__name__:10} graphs {report.graph_count}, breaks {report.graph_break_count}"
    )
# > with_if    graphs 2, breaks 1
# > without_if graphs 1, breaks 0
try:
    torch.compile(with_if, fullgraph=True, backend="eager")(torch.ones(3))
except torch._dynamo.exc.Unsupported as error:
    print(f"{type(error).__name__}: {str(error).splitlines()[0]}")
# > Unsupported: Data-dependent branching
# --8<-- [end:breaks]


# --8<-- [start:recompile]
def compilations(lengths, dynamic):
    made = []

    def backend(graph, inputs):  # called once for each compilation
        made.append(graph)
        return graph.forward

    torch._dynamo.reset()
    function = torch.compile(lambda x: x * 2, backend=backend, dynamic=dynamic)
    counts = []
    for length in lengths:
        function(torch.ones(length))
        counts.append(len(made))
    return counts


for dynamic in (None, True, False):
    print(f"dynamic={dynamic!s:5}", compilations([32, 32, 17, 9, 5], dynamic))
# > dynamic=None  [1, 1, 2, 2, 2]
# > dynamic=True  [1, 1, 1, 1, 1]
# > dynamic=False [1, 1, 2, 3, 4]
print(f"{compilations(range(2, 14), dynamic=False)=}")
# > compilations(range(2, 14), dynamic=False)=[1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8]
# --8<-- [end:recompile]
