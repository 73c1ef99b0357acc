# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# figures = ["sgd_paths.svg"]
# ///
"""The paths of two weights with all rows, sixteen rows and one row a step."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:paths]
torch.manual_seed(0)
x = torch.randn(512, 2) * torch.tensor([1.0, 0.5])
targets = x @ torch.tensor([2.0, -1.0]) + 0.5 * torch.randn(512)
best = torch.linalg.lstsq(x, targets[:, None]).solution[:, 0]


def descend(batch_size, steps=80, lr=0.1):
    w = torch.tensor([-1.0, 1.5], requires_grad=True)
    path = [w.tolist()]
    for _ in range(steps):
        rows = torch.randperm(len(x))[:batch_size]
        loss = (x[rows] @ w - targets[rows]).square().mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
        w.grad = None
        path.append(w.tolist())
    return torch.tensor(path)


paths = {size: descend(size) for size in (512, 16, 1)}
for size, path in paths.items():
    distance = (path[-1] - best).norm()
    print(f"batch {size:3}: {80 * size:6,} rows read, {distance:.3f} from the best")
# > batch 512: 40,960 rows read, 0.024 from the best
# > batch  16:  1,280 rows read, 0.079 from the best
# > batch   1:     80 rows read, 0.218 from the best
# --8<-- [end:paths]

# --8<-- [start:figure]
figure, panels = plt.subplots(3, 1, figsize=(4.4, 6.4), sharex=True)
ws, vs = torch.meshgrid(
    torch.linspace(-1.5, 3, 25), torch.linspace(-2, 2, 25), indexing="ij"
)
grid = torch.stack([ws, vs], dim=-1)  # (25, 25, 2)
height = (grid @ x.T - targets).square().mean(dim=-1)
for axes, (size, path) in zip(panels, paths.items(), strict=True):
    axes.contour(ws, vs, height, levels=12, colors="gray", linewidths=0.5)
    axes.plot(*path.T, "-", color="#d9480f", marker=".", markersize=3, linewidth=1)
    axes.plot(*path[0], "o", color="#1971c2")
    axes.plot(*best, "*", color="#2b8a3e", markersize=12)
    axes.set(title=f"{size} row{'s' * (size > 1)} a step", ylabel="second weight")
panels[-1].set_xlabel("first weight (dot: start, star: best)")
figure.tight_layout()
figure.savefig("sgd_paths.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
