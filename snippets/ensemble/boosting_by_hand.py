# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "scikit-learn>=1.5", "matplotlib"]
#
# [tool.tbe]
# figures = ["boosting_by_hand.svg"]
# ///
"""Gradient boosting for squared error: each model learns what the sum so far has left."""

import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.tree import DecisionTreeRegressor

# --8<-- [start:by-hand]
rng = np.random.default_rng(0)
x = np.sort(rng.uniform(-3, 3, 200))[:, None]  # (200, 1)
y = np.sin(2 * x[:, 0]) + 0.3 * rng.normal(size=200)
x_val = np.linspace(-3, 3, 300)[:, None]
truth = np.sin(2 * x_val[:, 0])

rate = 0.1
total = np.full(200, y.mean())
total_val = np.full(300, y.mean())
errors = {}
for step in range(1, 1001):
    tree = DecisionTreeRegressor(max_depth=2, random_state=0)
    tree.fit(x, y - total)  # the residuals: minus the gradient of the squared error
    total += rate * tree.predict(x)
    total_val += rate * tree.predict(x_val)
    errors[step] = ((y - total) ** 2).mean(), ((truth - total_val) ** 2).mean()
    if step in (1, 10, 50, 100, 1000):
        train, val = errors[step]
        print(f"{step:>4} trees: training {train:.3f}, against the truth {val:.3f}")
# >    1 trees: training 0.565, against the truth 0.481
# >   10 trees: training 0.297, against the truth 0.226
# >   50 trees: training 0.081, against the truth 0.024
# >  100 trees: training 0.061, against the truth 0.019
# > 1000 trees: training 0.003, against the truth 0.076
# --8<-- [end:by-hand]

# --8<-- [start:same]
theirs = GradientBoostingRegressor(
    n_estimators=1000, learning_rate=0.1, max_depth=2, random_state=0
)
difference = np.abs(theirs.fit(x, y).predict(x) - total).max()
print("scikit-learn gives the same:", difference < 1e-6)
# > scikit-learn gives the same: True
# --8<-- [end:same]

figure, axes = plt.subplots(figsize=(4, 2.6), layout="constrained")
axes.plot(
    list(errors), [e[0] for e in errors.values()], label="training rows, with noise"
)
axes.plot(
    list(errors), [e[1] for e in errors.values()], label="truth, without noise"
)
axes.set(xscale="log", xlabel="trees", ylabel="mean squared error")
axes.legend()
figure.savefig("boosting_by_hand.svg")
