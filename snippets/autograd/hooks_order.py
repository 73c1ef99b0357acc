# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""All kinds of hooks in one forward and one backward: the order in which they run."""

import torch
from torch import nn

# --8<-- [start:order]
layer = nn.Linear(3, 2)
inputs = torch.ones(4, 3, requires_grad=True)


def say(text):
    return lambda *_: print(text)


weight = layer.weight
handles = [
    layer.register_forward_pre_hook(say("1 forward_pre_hook")),
    layer.register_forward_hook(say("2 forward_hook")),
    layer.register_full_backward_pre_hook(say("4 full_backward_pre_hook")),
    layer.register_full_backward_hook(say("7 full_backward_hook")),
    weight.register_hook(say("5 hook on the weight")),
    weight.register_post_accumulate_grad_hook(
        say("6 post_accumulate_grad_hook on the weight")
    ),
]

output = layer(inputs)
# > 1 forward_pre_hook
# > 2 forward_hook
handles.append(output.register_hook(say("3 hook on the output")))
output.sum().backward()
# > 3 hook on the output
# > 4 full_backward_pre_hook
# > 5 hook on the weight
# > 6 post_accumulate_grad_hook on the weight
# > 7 full_backward_hook

for handle in handles:
    handle.remove()
layer(inputs).sum().backward()
print("all removed: silence")
# > all removed: silence
# --8<-- [end:order]
