# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11"]
# ///
"""What a new layer begins with, and the functions of nn.init."""

import torch
from torch import nn

# --8<-- [start:defaults]
torch.manual_seed(0)
for layer in (
    nn.Linear(100, 200),
    nn.Conv2d(4, 200, kernel_size=5),
    nn.Embedding(100, 200),
    nn.LSTM(100, 200),
    nn.BatchNorm2d(200),
):
    for name, values in list(layer.named_parameters())[:2]:
        print(
            f"{type(layer).__name__:11} {name:12} {tuple(values.shape)!s:17}"
            f" {values.min():6.3f} to {values.max():.3f}, std {values.std():.3f}"
        )
# > Linear      weight       (200, 100)        -0.100 to 0.100, std 0.058
# > Linear      bias         (200,)            -0.098 to 0.099, std 0.059
# > Conv2d      weight       (200, 4, 5, 5)    -0.100 to 0.100, std 0.058
# > Conv2d      bias         (200,)            -0.096 to 0.098, std 0.060
# > Embedding   weight       (100, 200)        -4.074 to 4.340, std 0.991
# > LSTM        weight_ih_l0 (800, 100)        -0.071 to 0.071, std 0.041
# > LSTM        weight_hh_l0 (800, 200)        -0.071 to 0.071, std 0.041
# > BatchNorm2d weight       (200,)             1.000 to 1.000, std 0.000
# > BatchNorm2d bias         (200,)             0.000 to 0.000, std 0.000
# --8<-- [end:defaults]

# --8<-- [start:bound]
print(f"{100**-0.5=:.3f} {(4 * 5 * 5) ** -0.5=:.3f} {200**-0.5=:.3f}")
# > 100**-0.5=0.100 (4 * 5 * 5) ** -0.5=0.100 200**-0.5=0.071
# --8<-- [end:bound]

# --8<-- [start:functions]
weight = torch.empty(200, 100)  # (out_features, in_features) of a Linear(100, 200)
gain = nn.init.calculate_gain("relu")
print(f"{gain=:.4f} {gain / 100**0.5=:.4f} {(2 / (100 + 200)) ** 0.5=:.4f}")
# > gain=1.4142 gain / 100**0.5=0.1414 (2 / (100 + 200)) ** 0.5=0.0816
for name, fill in {
    "zeros_": nn.init.zeros_,
    "ones_": nn.init.ones_,
    "constant_": lambda w: nn.init.constant_(w, 0.5),
    "eye_": nn.init.eye_,
    "uniform_": nn.init.uniform_,
    "normal_": lambda w: nn.init.normal_(w, std=0.02),
    "trunc_normal_": lambda w: nn.init.trunc_normal_(w, std=0.02, a=-0.04, b=0.04),
    "xavier_uniform_": nn.init.xavier_uniform_,
    "xavier_normal_": nn.init.xavier_normal_,
    "kaiming_uniform_": lambda w: nn.init.kaiming_uniform_(w, nonlinearity="relu"),
    "kaiming_normal_": lambda w: nn.init.kaiming_normal_(w, nonlinearity="relu"),
    "orthogonal_": nn.init.orthogonal_,
    "sparse_": lambda w: nn.init.sparse_(w, sparsity=0.9),
}.items():
    fill(weight)
    print(
        f"{name:16} std {weight.std():.4f}, {weight.min():6.3f} to {weight.max():.3f}"
    )
# > zeros_           std 0.0000,  0.000 to 0.000
# > ones_            std 0.0000,  1.000 to 1.000
# > constant_        std 0.0000,  0.500 to 0.500
# > eye_             std 0.0705,  0.000 to 1.000
# > uniform_         std 0.2880,  0.000 to 1.000
# > normal_          std 0.0200, -0.078 to 0.079
# > trunc_normal_    std 0.0177, -0.040 to 0.040
# > xavier_uniform_  std 0.0817, -0.141 to 0.141
# > xavier_normal_   std 0.0820, -0.345 to 0.313
# > kaiming_uniform_ std 0.1410, -0.245 to 0.245
# > kaiming_normal_  std 0.1422, -0.623 to 0.623
# > orthogonal_      std 0.0707, -0.289 to 0.256
# > sparse_          std 0.0032, -0.033 to 0.036
# <= 2.11
# > zeros_           std 0.0000,  0.000 to 0.000
# > ones_            std 0.0000,  1.000 to 1.000
# > constant_        std 0.0000,  0.500 to 0.500
# > eye_             std 0.0705,  0.000 to 1.000
# > uniform_         std 0.2880,  0.000 to 1.000
# > normal_          std 0.0200, -0.078 to 0.079
# > trunc_normal_    std 0.0175, -0.040 to 0.040
# > xavier_uniform_  std 0.0815, -0.141 to 0.141
# > xavier_normal_   std 0.0822, -0.311 to 0.318
# > kaiming_uniform_ std 0.1418, -0.245 to 0.245
# > kaiming_normal_  std 0.1413, -0.543 to 0.546
# > orthogonal_      std 0.0707, -0.263 to 0.232
# > sparse_          std 0.0032, -0.032 to 0.035
# --8<-- [end:functions]
