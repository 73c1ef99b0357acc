# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.11", "matplotlib>=3.9"]
#
# [tool.tbe]
# claims = ["mp.bottleneck"]
# figures = ["pipeline_timeline.svg"]
# ///
"""The idle time of a model in four stages, and how micro-batches fill it."""

import matplotlib.pyplot as plt
import torch

# --8<-- [start:timeline]
STAGES, ROWS = 4, 8  # each stage needs one tick of time for one row


def start_times(pieces, ticks_per_row=(1,) * STAGES):
    """When each stage starts each micro-batch: (stages, pieces), in ticks."""
    lengths = [ticks * ROWS / pieces for ticks in ticks_per_row]
    starts = torch.zeros(STAGES, pieces)
    for stage in range(STAGES):
        for piece in range(pieces):
            # The hidden values must have arrived, and the device must be free.
            arrived = starts[stage - 1, piece] + lengths[stage - 1] if stage else 0
            free = starts[stage, piece - 1] + lengths[stage] if piece else 0
            starts[stage, piece] = max(arrived, free)
    return starts, lengths


for pieces in (1, 2, 4, 8):
    starts, lengths = start_times(pieces)
    ticks = starts.max().item() + lengths[-1]
    idle = 1 - ROWS / ticks
    print(f"micro-batches {pieces}: {ticks:4.1f} ticks, device idle {idle:.0%}")
# > micro-batches 1: 32.0 ticks, device idle 75%
# > micro-batches 2: 20.0 ticks, device idle 60%
# > micro-batches 4: 14.0 ticks, device idle 43%
# > micro-batches 8: 11.0 ticks, device idle 27%

cut_badly = [0.5] * (STAGES - 1) + [(STAGES + 1) / 2]  # the same work in all
starts, lengths = start_times(8, cut_badly)
print(f"ticks per row {cut_badly}: {starts.max().item() + lengths[-1]:.1f} ticks")
# > ticks per row [0.5, 0.5, 0.5, 2.5]: 21.5 ticks
# --8<-- [end:timeline]

# --8<-- [start:figure]
figure, both = plt.subplots(2, 1, figsize=(4.8, 3.6), sharex=True)
for axes, pieces in zip(both, (1, 8), strict=True):
    starts, lengths = start_times(pieces)
    for stage, row in enumerate(starts.tolist()):
        bars = [(start, lengths[stage] - 0.12) for start in row]
        axes.broken_barh(bars, (stage - 0.35, 0.7), color="#1c7ed6")
    whole = "the whole batch at once"
    axes.set_title(whole if pieces == 1 else f"{pieces} micro-batches")
    names = [f"device {stage}" for stage in range(STAGES)]
    axes.set_yticks(range(STAGES), names)
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
both[-1].set_xlabel("ticks")
figure.tight_layout()
figure.savefig("pipeline_timeline.svg", transparent=True, bbox_inches="tight")
# --8<-- [end:figure]
