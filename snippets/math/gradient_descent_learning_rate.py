# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["gradient_descent_learning_rate.svg"]
# ///
"""Six learning rates on a parabola; a steeper one needs a smaller rate."""

import matplotlib.pyplot as plt
import torch


# --8<-- [start:rates]
def descend(lr, steps=20, curvature=2.0):
    w = torch.tensor(5.0, requires_grad=True)
    path = [w.item()]
    for _ in range(steps):
        loss = curvature / 2 * (w - 2) ** 2
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        path.append(w.item())
    return path


for lr in (0.01, 0.1, 0.5, 0.9, 1.0, 1.1):
    path = descend(lr)
    first = "  ".join(f"{w:6.3f}" for w in path[:4])
    print(f"lr {lr:4}: {first}  ...  {path[-1]:7.3f}")
# > lr 0.01:  5.000   4.940   4.881   4.824  ...    4.003
# > lr  0.1:  5.000   4.400   3.920   3.536  ...    2.035
# > lr  0.5:  5.000   2.000   2.000   2.000  ...    2.000
# > lr  0.9:  5.000  -0.400   3.920   0.464  ...    2.035
# > lr  1.0:  5.000  -1.000   5.000  -1.000  ...    5.000
# > lr  1.1:  5.000  -1.600   6.320  -3.184  ...  117.013
# --8<-- [end:rates]

# --8<-- [start:curvature]
for curvature, lr in ((2.0, 0.9), (2.0, 1.1), (20.0, 0.09), (20.0, 0.11)):
    distance = abs(descend(lr, curvature=curvature)[-1] - 2)
    print(f"{curvature=:4} {lr=:4}: {distance:.1e} from the minimum")
# > curvature= 2.0 lr= 0.9: 3.5e-02 from the minimum
# > curvature= 2.0 lr= 1.1: 1.2e+02 from the minimum
# > curvature=20.0 lr=0.09: 3.5e-02 from the minimum
# > curvature=20.0 lr=0.11: 1.2e+02 from the minimum
# --8<-- [end:curvature]

# --8<-- [start:too-far]
path = descend(1.1, steps=600)
print(f"{path[50]=:.2e} {path[200]=:.2e} {path[600]=}")
# > path[50]=2.73e+04 path[200]=2.06e+16 path[600]=nan
# --8<-- [end:too-far]

# --8<-- [start:figure]
figure, panels = plt.subplots(3, 1, figsize=(4.6, 5), sharex=True)
line = torch.linspace(-1.8, 5.8, 100)
titles = {0.02: "too small", 0.3: "about right", 1.02: "too large"}
for axes, (lr, title) in zip(panels, titles.items(), strict=True):
    path = torch.tensor(descend(lr, steps=6))
    axes.plot(line, (line - 2) ** 2, color="gray", linewidth=1)
    axes.plot(path, (path - 2) ** 2, "o-", color="#d9480f", markersize=4)
    axes.plot(path[0], (path[0] - 2) ** 2, "o", color="#1971c2", markersize=8)
    axes.set(title=f"lr = {lr}: {title}", ylabel="loss")
panels[-1].set_xlabel("w (large blue dot: the start)")
figure.tight_layout()
figure.savefig(
    "gradient_descent_learning_rate.svg", transparent=True, bbox_inches="tight"
)
# --8<-- [end:figure]
