# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
#
# ///
"""torch.export runs the model once and keeps what happened to the tensors; the file needs no class."""

import torch
from torch import nn


# --8<-- [start:graph]
class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(4, 8)
        self.out = nn.Linear(8, 3)

    def forward(self, inputs):  # (batch, 4) -> (batch, 3)
        print("forward is running")
        return self.out(self.hidden(inputs).relu())


torch.manual_seed(0)
model = Classifier().eval()
inputs = torch.rand(2, 4)
program = torch.export.export(model, (inputs,))
# > forward is running
for node in program.graph.nodes:
    if node.op == "call_function":
        print(node.name, tuple(node.meta["val"].shape))
# > linear (2, 8)
# > relu (2, 8)
# > linear_1 (2, 3)
print(list(program.state_dict))
# > ['hidden.weight', 'hidden.bias', 'out.weight', 'out.bias']
# --8<-- [end:graph]

# --8<-- [start:saved]
expected = model(inputs)
# > forward is running
torch.export.save(program, "model.pt2")
del model, program, Classifier  # another program has none of them

loaded = torch.export.load("model.pt2").module()
# <= 2.11
# ! UserWarning: The given buffer is not writable, and PyTorch does not support non-writable tensors. This means you can write to the underlying (supposedly non-writable) buffer using the tensor. You may want to copy the buffer to protect its data or make it writable before converting it to a tensor. This type of warning will be suppressed for the rest of this program.
print(torch.equal(loaded(inputs), expected))
# > True
# --8<-- [end:saved]

# --8<-- [start:load]
try:
    torch.load("model.pt2")
except RuntimeError as error:
    print(f"{type(error).__name__}: {str(error).partition(' This is')[0]}")
# > RuntimeError: PytorchStreamReader failed locating file data.pkl: file not found.
# --8<-- [end:load]
