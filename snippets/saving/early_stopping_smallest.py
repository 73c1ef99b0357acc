# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""Early stopping in its smallest form: a best score, a counter, a patience."""

# --8<-- [start:smallest]
losses = [0.90, 0.70, 0.60, 0.65, 0.61, 0.62, 0.50]  # validation, one an epoch
best, wait, patience = float("inf"), 0, 3
for epoch, loss in enumerate(losses):
    if loss < best:
        best, wait = loss, 0  # and keep a copy of the weights here
    else:
        wait += 1
    print(f"epoch {epoch}: loss {loss:.2f}  best {best:.2f}  waited {wait}")
    if wait >= patience:
        break
# > epoch 0: loss 0.90  best 0.90  waited 0
# > epoch 1: loss 0.70  best 0.70  waited 0
# > epoch 2: loss 0.60  best 0.60  waited 0
# > epoch 3: loss 0.65  best 0.60  waited 1
# > epoch 4: loss 0.61  best 0.60  waited 2
# > epoch 5: loss 0.62  best 0.60  waited 3
# --8<-- [end:smallest]
