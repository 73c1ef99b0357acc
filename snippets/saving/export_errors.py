# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# ///
"""Errors of torch.onnx.export and of ONNX Runtime."""

import sys
from importlib.machinery import PathFinder

import onnxruntime
import torch
from torch import nn


# --8<-- [start:missing]
class WithoutOnnxscript(PathFinder):  # as if it were not installed
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        hidden = name == "onnxscript"
        return None if hidden else super().find_spec(name, path, target)


finders = list(sys.meta_path)
sys.meta_path[:] = [WithoutOnnxscript if f is PathFinder else f for f in finders]
model = nn.Linear(4, 3).eval()
inputs = torch.rand(2, 4)
try:
    torch.onnx.export(model, (inputs,), "model.onnx", verbose=False)
except ModuleNotFoundError as error:
    print(f"{type(error).__name__}: {error}")
# > ModuleNotFoundError: No module named 'onnxscript'
sys.meta_path[:] = finders
# --8<-- [end:missing]

# --8<-- [start:feed]
from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument

torch.onnx.export(model, (inputs,), "model.onnx", verbose=False)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
session = onnxruntime.InferenceSession("model.onnx")
rows = inputs.double().numpy()  # NumPy's floats are float64
for feed in ({"input": rows}, {"x": inputs.numpy()}, {"input": inputs}):
    try:
        session.run(None, feed)
    except (InvalidArgument, ValueError, RuntimeError) as error:
        print(f"{type(error).__name__}: {error}")
# > InvalidArgument: [ONNXRuntimeError] : 2 : INVALID_ARGUMENT : Unexpected input data type. Actual: (tensor(double)) , expected: (tensor(float))
# > ValueError: Required inputs (['input']) are missing from input feed (['x']).
# > RuntimeError: Input must be a list of dictionaries or a single numpy array for input 'input'.

name = session.get_inputs()[0].name
(logits,) = session.run(None, {name: rows.astype("float32")})
print(name, logits.shape)
# > input (2, 3)
# --8<-- [end:feed]
