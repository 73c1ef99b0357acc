# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# [tool.tbe]
# alone = true
# ///
"""Is ONNX Runtime faster? For a small model on one row; not for a large matrix product."""

import time

import onnxruntime
import torch
from torch import nn

# --8<-- [start:speed]
torch.set_num_threads(1)
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1


def microseconds(run) -> float:
    times = []
    for _ in range(60):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) * 1e6


for width, rows in ((64, 1), (1024, 256)):
    model = nn.Sequential(
        nn.Linear(64, width),
        nn.ReLU(),
        nn.Linear(width, width),
        nn.ReLU(),
        nn.Linear(width, 10),
    ).eval()
    inputs = torch.rand(rows, 64)
    torch.onnx.export(
        model, (inputs,), "model.onnx", input_names=["inputs"], verbose=False
    )
    session = onnxruntime.InferenceSession("model.onnx", options)
    with torch.inference_mode():
        eager = microseconds(lambda: model(inputs))
    feed = {"inputs": inputs.numpy()}
    onnx = microseconds(lambda: session.run(None, feed))
    print(f"width {width}, {rows} rows: {eager / onnx:.1f} times as fast")
# ~ width 64, 1 rows: 3.6 times as fast
# ~ width 1024, 256 rows: 1.1 times as fast
# <= 2.13
# ~ width 64, 1 rows: 3.4 times as fast
# ~ width 1024, 256 rows: 1.4 times as fast
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
# <= 2.11
# ~ width 64, 1 rows: 4.0 times as fast
# ~ width 1024, 256 rows: 1.1 times as fast
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
# --8<-- [end:speed]
