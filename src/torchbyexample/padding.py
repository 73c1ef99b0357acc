"""Batches of sequences that differ in length: pad, keep the true lengths, mask the padding."""

from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import default_collate


def pad_collate(
    samples: Sequence[tuple[Any, Any]],
    padding_value: float = 0,
) -> tuple[Tensor, Tensor, Any]:
    """Make one batch of `(sequence, target)` samples; give it to a `DataLoader` as `collate_fn`.

    Args:
        samples: sequences `(length, *features)`, tensors or lists of numbers, with targets.
            Only the length may differ.
        padding_value: what stands behind the end of the shorter sequences.

    Returns:
        Inputs `(batch, longest, *features)`, lengths `(batch,)` int64, and the targets
        as `default_collate` makes them.

    Raises:
        ValueError: a sequence is a single number or the features differ; names the place
            of the sample in the batch.

    Examples:
        >>> inputs, lengths, targets = pad_collate([([1, 2, 3], 0), ([4], 1)])
        >>> inputs
        tensor([[1, 2, 3],
                [4, 0, 0]])
        >>> lengths, targets
        (tensor([3, 1]), tensor([0, 1]))
    """
    sequences = [torch.as_tensor(sequence) for sequence, _ in samples]
    features = sequences[0].shape[1:]
    for place, sequence in enumerate(sequences):
        if sequence.dim() == 0 or sequence.shape[1:] != features:
            expected = ", ".join(map(str, ("length", *features)))
            shape = tuple(sequence.shape)
            raise ValueError(f"sample {place} of the batch has shape {shape}, expected ({expected})")
    lengths = torch.tensor([len(sequence) for sequence in sequences])
    inputs = pad_sequence(sequences, batch_first=True, padding_value=padding_value)
    return inputs, lengths, default_collate([target for _, target in samples])


def padding_mask(lengths: Tensor, longest: int | None = None) -> Tensor:
    """True where a padded batch holds real data, False in the padding.

    Args:
        lengths: the true lengths `(batch,)`.
        longest: the padded length, by default the longest of `lengths`.

    Returns:
        A mask `(batch, longest)` of bool.

    Examples:
        >>> padding_mask(torch.tensor([3, 1]))
        tensor([[ True,  True,  True],
                [ True, False, False]])
    """
    if longest is None:
        longest = int(lengths.max())
    steps = torch.arange(longest, device=lengths.device)
    return steps < lengths[:, None]  # (longest,) against (batch, 1)
