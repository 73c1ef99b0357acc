# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib"]
#
# [tool.tbe]
# figures = ["cnn_by_hand.svg"]
# ///
"""A convolution by loops and by unfold, equal to F.conv2d."""

import matplotlib.pyplot as plt
import torch
import torch.nn.functional as F
from torch import nn

torch.manual_seed(0)


# --8<-- [start:loops]
def conv_loops(x, weight, bias, stride=1):
    """x (in, h, w), weight (out, in, k, k) -> (out, rows, columns)."""
    k = weight.shape[-1]
    rows = range(0, x.shape[1] - k + 1, stride)
    columns = range(0, x.shape[2] - k + 1, stride)
    result = torch.zeros(len(weight), len(rows), len(columns))
    for i, top in enumerate(rows):
        for j, left in enumerate(columns):
            window = x[:, top : top + k, left : left + k]  # (in, k, k)
            result[:, i, j] = (window * weight).sum((1, 2, 3)) + bias
    return result


x = torch.randn(3, 9, 7)
weight, bias = torch.randn(4, 3, 3, 3), torch.randn(4)
for stride in (1, 2):
    by_hand = conv_loops(x, weight, bias, stride)
    print(
        tuple(by_hand.shape),
        torch.allclose(by_hand, F.conv2d(x, weight, bias, stride), atol=1e-5),
    )
# > (4, 7, 5) True
# > (4, 4, 3) True
# --8<-- [end:loops]

# --8<-- [start:unfold]
windows = F.unfold(x[None], kernel_size=3)  # (1, 3 * 3 * 3, 7 * 5)
product = weight.reshape(4, 27) @ windows + bias[:, None]  # (1, 4, 35)
print(tuple(windows.shape), tuple(product.shape))
# > (1, 27, 35) (1, 4, 35)
print(
    torch.allclose(product.reshape(4, 7, 5), F.conv2d(x, weight, bias), atol=1e-5)
)
# > True
# --8<-- [end:unfold]

# --8<-- [start:edges]
image = torch.zeros(1, 12, 12)
image[0, 3:9, 3:9] = 1.0  # a bright square
kernels = torch.tensor(
    [
        [[-1.0, 0.0, 1.0]] * 3,  # left edges +, right edges -
        [[-1.0] * 3, [0.0] * 3, [1.0] * 3],  # upper edges +, lower edges -
    ]
)[:, None]  # (2, 1, 3, 3)
edges = F.conv2d(image, kernels, padding=1)  # (2, 12, 12)
print(edges[0, 5].int().tolist())  # one row through the square
# > [0, 0, 3, 3, 0, 0, 0, 0, -3, -3, 0, 0]
# --8<-- [end:edges]

figure, axes = plt.subplots(1, 3, figsize=(4.8, 1.9), layout="constrained")
shown = {"image": image[0], "columns": edges[0], "rows": edges[1]}
for ax, (name, values) in zip(axes, shown.items(), strict=True):
    ax.imshow(values, cmap="coolwarm", vmin=-3, vmax=3)
    ax.set(title=name, xticks=[], yticks=[])
figure.savefig("cnn_by_hand.svg")

# --8<-- [start:parameters]
small, large = torch.zeros(1, 3, 8, 8), torch.zeros(1, 3, 64, 64)
conv = nn.Conv2d(3, 16, 3, padding=1)
print(16 * 3 * 3 * 3 + 16, sum(p.numel() for p in conv.parameters()))
# > 448 448
print(tuple(conv(small).shape), tuple(conv(large).shape))
# > (1, 16, 8, 8) (1, 16, 64, 64)
for x in (small, large):
    size = x.shape[-1] ** 2
    print(f"{x.shape[-1]} x {x.shape[-1]}: Linear would have", end=" ")
    print(f"{3 * size * 16 * size + 16 * size:,} parameters")
# > 8 x 8: Linear would have 197,632 parameters
# > 64 x 64: Linear would have 805,371,904 parameters
# --8<-- [end:parameters]
