# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# ///
"""Export in training mode, and Dropout is written into the file."""

import onnx
import onnxruntime
import torch
from torch import nn

# --8<-- [start:mode]
torch.manual_seed(0)
model = nn.Sequential(nn.Linear(4, 64), nn.Dropout(0.5), nn.Linear(64, 3))
inputs = torch.rand(2, 4)

for mode in (True, False):
    model.train(mode)
    exported = torch.export.export(model, (inputs,)).module()
    same = torch.equal(exported(inputs), exported(inputs))
    print(f"training={mode}: two calls, the same answer: {same}")
# > training=True: two calls, the same answer: False
# > training=False: two calls, the same answer: True

try:
    exported.eval()
except NotImplementedError as error:
    print(f"{type(error).__name__}: {error}")
# > NotImplementedError: Calling eval() is not supported yet.
# --8<-- [end:mode]

# --8<-- [start:onnx]
plain = onnxruntime.SessionOptions()
plain.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL


def same_twice(options: onnxruntime.SessionOptions) -> bool:
    session = onnxruntime.InferenceSession("train.onnx", options)
    first, second = (session.run(None, {"input": inputs.numpy()})[0] for _ in "12")
    return bool((first == second).all())


torch.onnx.export(model.train(), (inputs,), "train.onnx", verbose=False)
# ! UserWarning: Exporting a model while it is in training mode. Please ensure that this is intended, as it may lead to different behavior during inference. Calling model.eval() before export is recommended.
# <= 2.13
# ! UserWarning: Exporting a model while it is in training mode. Please ensure that this is intended, as it may lead to different behavior during inference. Calling model.eval() before export is recommended.
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
print([node.op_type for node in onnx.load("train.onnx").graph.node])
# > ['Gemm', 'Dropout', 'Gemm']
print(f"as ONNX Runtime optimizes it: {same_twice(onnxruntime.SessionOptions())}")
# > as ONNX Runtime optimizes it: True
print(f"as it stands in the file: {same_twice(plain)}")
# > as it stands in the file: False
# --8<-- [end:onnx]
