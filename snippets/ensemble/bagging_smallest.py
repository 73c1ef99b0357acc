# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "scikit-learn>=1.5"]
#
# [tool.tbe]
# claims = ["ens.bagging-boosting"]
# ///
"""Bagging and boosting in a few lines each, on trees."""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.ensemble import BaggingClassifier, GradientBoostingClassifier
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

digits = load_digits()

# --8<-- [start:smallest]
print("                    seed  training  validation")
# >                     seed  training  validation
for seed in range(3):
    x, x_val, y, y_val = train_test_split(
        digits.data, digits.target, train_size=600, random_state=seed
    )
    deep = DecisionTreeClassifier(random_state=seed)
    shallow = DecisionTreeClassifier(max_depth=2, random_state=seed)
    for name, model in {
        "deep tree": deep,
        "50 bagged": BaggingClassifier(deep, n_estimators=50, random_state=seed),
        "shallow tree": shallow,
        "50 shallow bagged": BaggingClassifier(shallow, 50, random_state=seed),
        "50 shallow boosted": GradientBoostingClassifier(
            n_estimators=50, max_depth=2, random_state=seed
        ),
    }.items():
        model.fit(x, y)
        scores = model.score(x, y), model.score(x_val, y_val)
        print(f"{name:<18} {seed:>5} {scores[0]:>9.1%} {scores[1]:>11.1%}")
# > deep tree              0    100.0%       78.0%
# > 50 bagged              0    100.0%       91.2%
# > shallow tree           0     38.0%       34.8%
# > 50 shallow bagged      0     61.0%       56.1%
# > 50 shallow boosted     0    100.0%       91.6%
# > deep tree              1    100.0%       79.5%
# > 50 bagged              1    100.0%       90.8%
# > shallow tree           1     33.8%       30.9%
# > 50 shallow bagged      1     59.0%       55.3%
# > 50 shallow boosted     1    100.0%       91.6%
# > deep tree              2    100.0%       79.3%
# > 50 bagged              2    100.0%       92.3%
# > shallow tree           2     39.0%       34.1%
# > 50 shallow bagged      2     55.5%       48.0%
# > 50 shallow boosted     2    100.0%       91.7%
# --8<-- [end:smallest]

# --8<-- [start:bootstrap]
rows = np.random.default_rng(0).integers(0, 1000, size=1000)  # with replacement
print(f"{len(set(rows.tolist()))} of 1000 rows in the sample")
# > 622 of 1000 rows in the sample
# --8<-- [end:bootstrap]
