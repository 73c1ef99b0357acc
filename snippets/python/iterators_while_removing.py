# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""A list that is changed while a loop goes through it."""

# --8<-- [start:skips]
losses = [9.0, 8.0, 0.5, 7.0, 6.0]
for loss in losses:
    if loss > 1:
        losses.remove(loss)
print(losses)  # wanted: [0.5]
# > [8.0, 0.5, 6.0]

losses = [1.0]
for loss in losses:
    losses.append(loss / 2)
    if len(losses) == 1000:  # without these two lines it goes on
        break
print(f"{len(losses)=}")
# > len(losses)=1000
# --8<-- [end:skips]

# --8<-- [start:fixed]
losses = [9.0, 8.0, 0.5, 7.0, 6.0]
print([loss for loss in losses if loss <= 1])
# > [0.5]

for loss in losses[:]:  # a copy to go through
    if loss > 1:
        losses.remove(loss)
print(losses)
# > [0.5]
# --8<-- [end:fixed]
