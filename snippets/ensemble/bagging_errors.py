# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-learn>=1.5"]
# ///
"""An argument that scikit-learn has renamed."""

from sklearn.ensemble import BaggingClassifier
from sklearn.tree import DecisionTreeClassifier

# --8<-- [start:old-name]
try:
    BaggingClassifier(base_estimator=DecisionTreeClassifier())
except TypeError as error:
    print(error)
# > BaggingClassifier.__init__() got an unexpected keyword argument 'base_estimator'
print(BaggingClassifier(estimator=DecisionTreeClassifier()).n_estimators)
# > 10
# --8<-- [end:old-name]
