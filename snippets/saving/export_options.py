# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# ///
"""Options of torch.onnx.export, and what is lost when a file stays behind."""

import os

import onnx
import onnxruntime
import torch
from torch import nn

# --8<-- [start:names]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 128), nn.ReLU(), nn.Linear(128, 10)).eval()
inputs = torch.rand(2, 64)

torch.onnx.export(model, (inputs,), "model.onnx", verbose=False)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
session = onnxruntime.InferenceSession("model.onnx")
print(
    [x.name for x in session.get_inputs()], [x.name for x in session.get_outputs()]
)
# > ['input'] ['linear_1']
opsets = onnx.load("model.onnx", load_external_data=False).opset_import
print([(opset.domain, opset.version) for opset in opsets])
# > [('', 20)]

torch.onnx.export(model, (inputs,), "older.onnx", opset_version=18, verbose=False)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
print(onnx.load("older.onnx").opset_import[0].version)
# > 18
# --8<-- [end:names]

# --8<-- [start:files]
print(sorted(name for name in os.listdir() if "model" in name))
# > ['model.onnx', 'model.onnx.data']
print(os.path.getsize("model.onnx.data"), "bytes of weights beside the graph")
# > 38400 bytes of weights beside the graph

torch.onnx.export(
    model, (inputs,), "single.onnx", external_data=False, verbose=False
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
print([name for name in sorted(os.listdir()) if name.startswith("single")])
# > ['single.onnx']
# --8<-- [end:files]

# --8<-- [start:left-behind]
from onnxruntime.capi.onnxruntime_pybind11_state import Fail

os.remove("model.onnx.data")  # only model.onnx was copied to the server
try:
    onnxruntime.InferenceSession("model.onnx")
except Fail as error:
    print(str(error).partition(" Error")[0])
    print("does not exist" in str(error))
# > [ONNXRuntimeError] : 1 : FAIL : External data path validation failed for initializer: 0.weight.
# > True
# --8<-- [end:left-behind]
