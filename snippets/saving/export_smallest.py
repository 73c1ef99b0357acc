# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# [tool.tbe]
# timeout = 120
# ///
"""A model is written as ONNX, read back by ONNX Runtime without its class, and compared."""

# --8<-- [start:smallest]
import onnxruntime
import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 3))
model.eval()
inputs = torch.rand(2, 4)  # (batch, features): an example

torch.onnx.export(
    model,
    (inputs,),
    "model.onnx",
    input_names=["inputs"],
    output_names=["logits"],
    verbose=False,
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.

session = onnxruntime.InferenceSession("model.onnx")
(logits,) = session.run(["logits"], {"inputs": inputs.numpy()})
print(type(logits).__name__, logits.dtype, logits.shape)
# > ndarray float32 (2, 3)

with torch.no_grad():
    expected = model(inputs)
torch.testing.assert_close(torch.from_numpy(logits), expected)
print(
    f"largest difference below 1e-6: {abs(logits - expected.numpy()).max() < 1e-6}"
)
# > largest difference below 1e-6: True
# --8<-- [end:smallest]

# --8<-- [start:answer]
torch.onnx.export(
    model,
    (inputs,),
    "model.onnx",
    input_names=["inputs"],
    dynamic_shapes=({0: "batch"},),  # any number of rows
    external_data=False,  # one file
    verbose=False,
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
# --8<-- [end:answer]
