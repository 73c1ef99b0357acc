# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# ///
"""The example's sizes are fixed unless dynamic_shapes frees them."""

import onnxruntime
import torch
from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument
from torch import nn
from torch.export import Dim

# --8<-- [start:fixed]
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3)).eval()
two, five = torch.rand(2, 4), torch.rand(5, 4)

program = torch.export.export(model, (two,))
try:
    program.module()(five)
except AssertionError as error:
    print(f"{type(error).__name__}: {error}")
# > AssertionError: Guard failed: input.size()[0] == 2

torch.onnx.export(
    model, (two,), "fixed.onnx", input_names=["inputs"], verbose=False
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
session = onnxruntime.InferenceSession("fixed.onnx")
try:
    session.run(None, {"inputs": five.numpy()})
except InvalidArgument as error:
    print(f"{type(error).__name__}: {error}")
# > InvalidArgument: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Got invalid dimensions for input: inputs for the following indices
# >  index: 0 Got: 5 Expected: 2
# >  Please fix either the inputs/outputs or the model.
# --8<-- [end:fixed]

# --8<-- [start:dynamic]
shapes = ({0: Dim("batch")},)  # one entry for each input: {axis: name}
program = torch.export.export(model, (two,), dynamic_shapes=shapes)
for rows in (1, 5, 100):
    print(rows, tuple(program.module()(torch.rand(rows, 4)).shape))
# > 1 (1, 3)
# > 5 (5, 3)
# > 100 (100, 3)

torch.onnx.export(
    model,
    (two,),
    "dynamic.onnx",
    input_names=["inputs"],
    output_names=["logits"],
    dynamic_shapes=shapes,
    verbose=False,
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
session = onnxruntime.InferenceSession("dynamic.onnx")
print(session.get_inputs()[0].shape, session.get_outputs()[0].shape)
# > ['batch', 4] ['batch', 3]
(logits,) = session.run(None, {"inputs": five.numpy()})
print(logits.shape)
# > (5, 3)
# --8<-- [end:dynamic]


# --8<-- [start:constraints]
from torch._dynamo.exc import UserError


class Flat(nn.Module):
    def forward(self, inputs):
        return inputs.reshape(2, -1)  # a size as a number


class Big(nn.Module):
    def forward(self, inputs):
        return inputs * 2 if inputs.shape[0] > 3 else inputs  # asks for the size


one = torch.rand(1, 4)
for module, example in ((model, one), (Flat(), two), (Big(), two)):
    try:
        torch.export.export(module, (example,), dynamic_shapes=({0: Dim("batch")},))
    except UserError as error:
        first, second = str(error).splitlines()[:2]
        print(f"{type(error).__name__}: {first.partition(' For')[0]}")
        print(f"  {second.partition('. ')[0].strip()}")
# > UserError: Constraints violated (batch)!
# >   - You marked batch as dynamic but your code specialized it to be a constant (1)
# > UserError: Constraints violated (batch)!
# >   - You marked batch as dynamic but your code specialized it to be a constant (2)
# > UserError: Constraints violated (batch)!
# >   - Not all values of batch = L['inputs'].size()[0] in the specified range satisfy the generated guard 2 <= L['inputs'].size()[0] and L['inputs'].size()[0] <= 3
# --8<-- [end:constraints]
