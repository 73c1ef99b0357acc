# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""retain_graph and create_graph: what each makes possible, and what the graph then holds."""

import torch

# --8<-- [start:answer]
x = torch.tensor(2.0, requires_grad=True)
y = x**3

y.backward(retain_graph=True)  # the graph of y can be used once more
# the slope gets a graph of its own:
(slope,) = torch.autograd.grad(y, x, create_graph=True)
# --8<-- [end:answer]

# --8<-- [start:compare]
import weakref

grad = torch.autograd.grad


def works(call):
    try:
        call()
    except RuntimeError as error:
        return f"no ({str(error)[:21]} ...)"
    return "yes"


def compare(name, **options):
    x = torch.tensor(2.0, requires_grad=True)
    held = weakref.WeakSet()  # what the graphs of y and of its slope hold

    class Saved:
        def __init__(self, tensor):
            self.tensor = tensor
            held.add(self)

    note = torch.autograd.graph.saved_tensors_hooks
    with note(Saved, lambda saved: saved.tensor):
        y = x**3
        (slope,) = grad(y, x, **options)
    recorded = slope.grad_fn is not None
    print(f"{name:12} slope {slope.item()} with a grad_fn: {recorded}")
    print(f"             values held: {len(held)}")
    print(f"             slope of the slope: {works(lambda: grad(slope, x))}")
    print(f"             slope of y again:   {works(lambda: grad(y, x))}")


compare("neither")
# > neither      slope 12.0 with a grad_fn: False
# >              values held: 0
# >              slope of the slope: no (element 0 of tensors  ...)
# >              slope of y again:   no (Trying to backward th ...)
compare("retain_graph", retain_graph=True)
# > retain_graph slope 12.0 with a grad_fn: False
# >              values held: 1
# >              slope of the slope: no (element 0 of tensors  ...)
# >              slope of y again:   yes
compare("create_graph", create_graph=True)
# > create_graph slope 12.0 with a grad_fn: True
# >              values held: 3
# >              slope of the slope: yes
# >              slope of y again:   yes
# --8<-- [end:compare]
