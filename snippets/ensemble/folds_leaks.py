# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "scikit-learn>=1.5"]
# ///
"""What must be done inside the fold, and which rows belong together."""

import torch
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (
    GroupKFold,
    KFold,
    StratifiedKFold,
    cross_val_score,
)
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline

# --8<-- [start:outside]
for seed in range(3):
    generator = torch.Generator().manual_seed(seed)
    x = torch.randn(100, 2000, generator=generator).numpy()  # noise
    y = torch.randint(2, (100,), generator=generator).numpy()  # by chance: 50 %
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    chosen = SelectKBest(f_classif, k=20).fit_transform(x, y)  # looks at every row
    outside = cross_val_score(LogisticRegression(), chosen, y, cv=folds).mean()
    pipeline = make_pipeline(SelectKBest(f_classif, k=20), LogisticRegression())
    inside = cross_val_score(pipeline, x, y, cv=folds).mean()
    print(
        f"seed {seed}: chosen before the folds {outside:.0%}, in each fold {inside:.0%}"
    )
# > seed 0: chosen before the folds 82%, in each fold 49%
# > seed 1: chosen before the folds 86%, in each fold 55%
# > seed 2: chosen before the folds 86%, in each fold 48%
# --8<-- [end:outside]

# --8<-- [start:groups]
for seed in range(3):
    generator = torch.Generator().manual_seed(seed)
    person = torch.arange(40).repeat_interleave(5)  # five rows of each of 40 people
    x = torch.randn(40, 8, generator=generator)[person]
    x = (x + 0.1 * torch.randn(200, 8, generator=generator)).numpy()
    y = torch.randint(2, (40,), generator=generator)[
        person
    ].numpy()  # by chance: 50 %
    model = KNeighborsClassifier(1)
    rows = cross_val_score(
        model, x, y, cv=KFold(5, shuffle=True, random_state=0)
    ).mean()
    people = cross_val_score(
        model, x, y, groups=person.numpy(), cv=GroupKFold(5)
    ).mean()
    print(f"seed {seed}: rows apart {rows:.0%}, people apart {people:.0%}")
# > seed 0: rows apart 100%, people apart 51%
# > seed 1: rows apart 100%, people apart 44%
# > seed 2: rows apart 100%, people apart 46%
# --8<-- [end:groups]
