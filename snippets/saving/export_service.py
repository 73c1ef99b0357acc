# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "numpy>=1.26", "scikit-learn>=1.5", "onnx>=1.18", "onnxscript>=0.5", "onnxruntime>=1.22"]
#
# [tool.tbe]
# timeout = 120
# ///
"""One file with normalisation, model, probabilities and class names; the server needs no torch."""

import json

import numpy as np
import onnx
import onnxruntime
import torch
from sklearn.datasets import load_digits
from torch import nn

# --8<-- [start:train]
digits = load_digits()
inputs = torch.tensor(digits.data, dtype=torch.float32)  # (1797, 64), 0 to 16
targets = torch.tensor(digits.target)
mean, std = inputs[:1400].mean(), inputs[:1400].std()

torch.manual_seed(0)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
criterion = nn.CrossEntropyLoss()
for _ in range(60):
    optimizer.zero_grad()
    loss = criterion(model((inputs[:1400] - mean) / std), targets[:1400])
    loss.backward()
    optimizer.step()
# --8<-- [end:train]


# --8<-- [start:whole]
class Service(nn.Module):
    """What the user sends goes in, what the user wants comes out."""

    def __init__(self, model, mean, std):
        super().__init__()
        self.model = model
        self.register_buffer("mean", mean)
        self.register_buffer("std", std)

    def forward(self, pixels):  # (batch, 64), 0 to 16
        logits = self.model((pixels - self.mean) / self.std)
        return logits.softmax(dim=1)  # (batch, 10)


service = Service(model, mean, std).eval()
torch.onnx.export(
    service,
    (inputs[:2],),
    "digits.onnx",
    input_names=["pixels"],
    output_names=["probabilities"],
    dynamic_shapes=({0: "batch"},),
    external_data=False,
    verbose=False,
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
file = onnx.load("digits.onnx")
names = ["zero", "one", "two", "three", "four"]
names += ["five", "six", "seven", "eight", "nine"]
onnx.helper.set_model_props(file, {"classes": json.dumps(names)})
onnx.save(file, "digits.onnx")
# --8<-- [end:whole]

# --8<-- [start:server]
session = onnxruntime.InferenceSession("digits.onnx")
names = json.loads(session.get_modelmeta().custom_metadata_map["classes"])
pixels = digits.data[1400:].astype(np.float32)  # (397, 64), NumPy alone
(probabilities,) = session.run(None, {"pixels": pixels})
best = probabilities.argmax(axis=1)
print(names[best[0]], f"{probabilities[0, best[0]]:.2f}")
# > two 1.00
print(f"accuracy {(best == digits.target[1400:]).mean():.3f}")
# > accuracy 0.909

with torch.no_grad():
    ours = service(inputs[1400:])  # (397, 10)
print(f"same answers as PyTorch: {(ours.argmax(1).numpy() == best).all()}")
# > same answers as PyTorch: True
print(f"differences below 1e-5: {abs(ours.numpy() - probabilities).max() < 1e-5}")
# > differences below 1e-5: True
# --8<-- [end:server]

# --8<-- [start:forgotten]
torch.onnx.export(
    model,  # the bare model: nobody normalizes
    (inputs[:2],),
    "bare.onnx",
    input_names=["pixels"],
    dynamic_shapes=({0: "batch"},),
    external_data=False,
    verbose=False,
)
# <= 2.13
# ! FutureWarning: `isinstance(treespec, LeafSpec)` is deprecated, use `isinstance(treespec, TreeSpec) and treespec.is_leaf()` instead.
(logits,) = onnxruntime.InferenceSession("bare.onnx").run(None, {"pixels": pixels})
print(f"accuracy {(logits.argmax(axis=1) == digits.target[1400:]).mean():.3f}")
# > accuracy 0.869
# --8<-- [end:forgotten]
