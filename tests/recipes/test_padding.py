from functools import partial

import pytest
import torch
from torch.utils.data import DataLoader

from torchbyexample.padding import pad_collate, padding_mask


def test_a_batch_is_padded_to_its_own_longest_sequence():
    samples = [(torch.arange(1, n + 1), n % 2) for n in (3, 1, 2, 5, 4)]
    batches = list(DataLoader(samples, batch_size=3, collate_fn=pad_collate))
    inputs, lengths, targets = batches[0]
    assert inputs.tolist() == [[1, 2, 3], [1, 0, 0], [1, 2, 0]]
    assert (lengths.tolist(), targets.tolist()) == ([3, 1, 2], [1, 1, 0])
    assert [tuple(batch[0].shape) for batch in batches] == [(3, 3), (2, 5)]


def test_features_stay_and_only_the_length_is_padded():
    inputs, lengths, targets = pad_collate([(torch.ones(2, 4), torch.zeros(3)), (torch.ones(5, 4), torch.ones(3))])
    assert (tuple(inputs.shape), lengths.tolist(), tuple(targets.shape)) == ((2, 5, 4), [2, 5], (2, 3))
    assert inputs[0, 2:].abs().sum() == 0
    assert inputs.sum() == 7 * 4


@pytest.mark.parametrize("dtype", [torch.int64, torch.float32, torch.float64, torch.bool])
def test_the_dtype_of_the_sequences_is_kept(dtype):
    inputs, lengths, _ = pad_collate([(torch.ones(2, dtype=dtype), 0), (torch.ones(1, dtype=dtype), 0)])
    assert (inputs.dtype, lengths.dtype) == (dtype, torch.int64)


def test_the_padding_value_stands_behind_the_end():
    loader = DataLoader([([1], 0), ([2, 3], 1)], batch_size=2, collate_fn=partial(pad_collate, padding_value=-100))
    assert next(iter(loader))[0].tolist() == [[1, -100], [2, 3]]


def test_targets_may_be_whatever_default_collate_takes():
    _, _, targets = pad_collate([([1], {"label": 0, "name": "a"}), ([2, 3], {"label": 1, "name": "b"})])
    assert (targets["label"].tolist(), targets["name"]) == ([0, 1], ["a", "b"])


def test_an_empty_sequence_is_all_padding():
    inputs, lengths, _ = pad_collate([(torch.ones(2), 0), (torch.ones(0), 0)])
    assert (inputs.tolist(), lengths.tolist()) == ([[1.0, 1.0], [0.0, 0.0]], [2, 0])


@pytest.mark.parametrize(
    ("sequence", "message"),
    [
        (torch.tensor(7), r"sample 1 of the batch has shape \(\), expected \(length, 4\)"),
        (torch.ones(3, 5), r"sample 1 of the batch has shape \(3, 5\), expected \(length, 4\)"),
    ],
)
def test_a_sample_that_does_not_fit_is_named(sequence, message):
    with pytest.raises(ValueError, match=message):
        pad_collate([(torch.ones(2, 4), 0), (sequence, 1)])


def test_a_batch_of_numbers_is_refused():
    with pytest.raises(ValueError, match="sample 0 of the batch"):
        pad_collate([(1, 0), (2, 1)])


def test_the_mask_marks_as_many_places_as_there_are_real_ones():
    lengths = torch.tensor([3, 0, 2])
    assert padding_mask(lengths).tolist() == [[True, True, True], [False, False, False], [True, True, False]]
    assert padding_mask(lengths).sum(1).tolist() == lengths.tolist()


def test_the_mask_can_be_longer_than_the_batch():
    assert padding_mask(torch.tensor([1, 2]), longest=4).tolist() == [[True, False, False, False], [True, True, False, False]]


def test_the_mask_finds_the_data_again():
    sequences = [torch.randn(n) for n in (4, 1, 3)]
    inputs, lengths, _ = pad_collate([(sequence, 0) for sequence in sequences], padding_value=float("nan"))
    assert torch.equal(inputs[padding_mask(lengths)], torch.cat(sequences))
