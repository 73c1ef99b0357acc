from itertools import product

import pytest
import torch
from torch.nn import functional as F
from torchvision.ops import sigmoid_focal_loss

from torchbyexample.losses import binary_focal_loss, focal_loss, label_smoothing_cross_entropy, smooth_labels

REDUCTIONS = ["mean", "sum", "none"]


def binary(seed: int, *shape: int) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 4 * torch.randn(shape, generator=generator)
    return logits, torch.randint(2, shape, generator=generator).float()


def multiclass(seed: int, classes: int, *shape: int) -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(seed)
    logits = 4 * torch.randn((shape[0], classes, *shape[1:]), generator=generator)
    return logits, torch.randint(classes, shape, generator=generator)


def value_and_gradient(loss, logits, *args, **kwargs):
    logits = logits.clone().requires_grad_()
    value = loss(logits, *args, **kwargs)
    value.sum().backward()
    return value.detach(), logits.grad


@pytest.mark.parametrize(("gamma", "alpha", "reduction"), list(product([0.0, 1.0, 2.0, 5.0], [None, 0.25, 0.9], REDUCTIONS)))
def test_binary_focal_loss_is_torchvisions_in_value_and_gradient(gamma, alpha, reduction):
    for seed, shape in enumerate([(64,), (16, 3), (2, 3, 4), (1,)]):
        logits, targets = binary(seed, *shape)
        ours = value_and_gradient(binary_focal_loss, logits, targets, gamma=gamma, alpha=alpha, reduction=reduction)
        theirs = value_and_gradient(
            sigmoid_focal_loss, logits, targets, gamma=gamma, alpha=-1 if alpha is None else alpha, reduction=reduction
        )
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-6)


def test_binary_focal_loss_with_gamma_zero_is_binary_cross_entropy():
    logits, targets = binary(0, 100)
    ours = value_and_gradient(binary_focal_loss, logits, targets, gamma=0.0)
    torch.testing.assert_close(ours, value_and_gradient(F.binary_cross_entropy_with_logits, logits, targets))


def test_the_targets_of_the_binary_loss_may_be_integers_or_bools():
    logits, targets = binary(0, 10)
    expected = binary_focal_loss(logits, targets, alpha=0.25)
    assert binary_focal_loss(logits, targets.long(), alpha=0.25) == expected
    assert binary_focal_loss(logits, targets.bool(), alpha=0.25) == expected


@pytest.mark.parametrize("gamma", [0.0, 0.5, 1.0, 2.0])
def test_logits_of_any_size_give_a_finite_loss_and_gradient(gamma):
    logits, targets = torch.tensor([-1e4, -100.0, 0.0, 100.0, 1e4]), torch.tensor([0.0, 1.0, 1.0, 1.0, 0.0])
    for value in value_and_gradient(binary_focal_loss, logits, targets, gamma=gamma):
        assert value.isfinite().all()
    for value in value_and_gradient(focal_loss, torch.stack([-logits, logits], dim=1), targets.long(), gamma=gamma):
        assert value.isfinite().all()


@pytest.mark.parametrize("gamma", [0.0, 0.5, 2.0])
def test_both_focal_losses_agree_on_two_classes(gamma):
    logits, targets = binary(3, 50)
    two = torch.stack([torch.zeros_like(logits), logits], dim=1)  # softmax of (0, z) is sigmoid of z
    torch.testing.assert_close(focal_loss(two, targets.long(), gamma), binary_focal_loss(logits, targets, gamma))
    alpha = focal_loss(two, targets.long(), gamma, weight=torch.tensor([0.75, 0.25]), reduction="sum")
    torch.testing.assert_close(alpha, binary_focal_loss(logits, targets, gamma, alpha=0.25, reduction="sum"))


@pytest.mark.parametrize(("reduction", "weighted", "ignored"), list(product(REDUCTIONS, [False, True], [False, True])))
def test_focal_loss_with_gamma_zero_is_cross_entropy(reduction, weighted, ignored):
    for seed, (classes, *shape) in enumerate([(5, 40), (3, 8, 6), (4, 2, 3, 3), (2, 1)]):
        logits, targets = multiclass(seed, classes, *shape)
        weight = torch.rand(classes) + 0.1 if weighted else None
        if ignored:
            targets.view(-1)[1::3] = -1
        options = {"weight": weight, "ignore_index": -1, "reduction": reduction}
        ours = value_and_gradient(focal_loss, logits, targets, gamma=0.0, **options)
        torch.testing.assert_close(ours, value_and_gradient(F.cross_entropy, logits, targets, **options))


@pytest.mark.parametrize("gamma", [0.5, 1.0, 2.0, 5.0])
def test_focal_loss_scales_each_cross_entropy_by_one_minus_the_probability(gamma):
    logits, targets = multiclass(7, 6, 50)
    cross_entropy = F.cross_entropy(logits, targets, reduction="none")
    probability = logits.softmax(dim=1)[torch.arange(50), targets]
    expected = (1 - probability) ** gamma * cross_entropy
    torch.testing.assert_close(focal_loss(logits, targets, gamma, reduction="none"), expected, rtol=1e-3, atol=1e-6)
    assert (focal_loss(logits, targets, gamma, reduction="none") <= cross_entropy + 1e-6).all()


@pytest.mark.parametrize(
    ("reduction", "smoothing", "weighted", "ignored"), list(product(REDUCTIONS, [0.0, 0.1, 1.0], [False, True], [False, True]))
)
def test_label_smoothing_is_torchs_in_value_and_gradient(reduction, smoothing, weighted, ignored):
    for seed, (classes, *shape) in enumerate([(5, 40), (3, 8, 6), (4, 2, 3, 3), (2, 1)]):
        logits, targets = multiclass(seed, classes, *shape)
        weight = torch.rand(classes) + 0.1 if weighted else None
        if ignored:
            targets.view(-1)[1::3] = -100
        options = {"weight": weight, "reduction": reduction}
        ours = value_and_gradient(label_smoothing_cross_entropy, logits, targets, smoothing=smoothing, **options)
        theirs = value_and_gradient(F.cross_entropy, logits, targets, label_smoothing=smoothing, **options)
        torch.testing.assert_close(ours, theirs)


def test_label_smoothing_is_cross_entropy_with_smooth_labels():
    logits, targets = multiclass(0, 5, 20)
    expected = F.cross_entropy(logits, smooth_labels(targets, 5, 0.2))
    torch.testing.assert_close(label_smoothing_cross_entropy(logits, targets, 0.2), expected)


def test_smooth_labels_add_up_to_one_and_keep_the_class():
    targets = torch.arange(7)
    soft = smooth_labels(targets, 7, 0.3)
    torch.testing.assert_close(soft.sum(dim=1), torch.ones(7))
    assert torch.equal(soft.argmax(dim=1), targets)
    assert torch.equal(smooth_labels(targets, 7, 0.0), torch.eye(7))


@pytest.mark.parametrize("loss", [focal_loss, label_smoothing_cross_entropy])
def test_a_batch_in_which_everything_is_ignored_has_no_mean_as_in_torch(loss):
    logits, targets = torch.randn(3, 4), torch.full((3,), -100)
    assert loss(logits, targets).isnan()
    assert F.cross_entropy(logits, targets).isnan()
    assert loss(logits, targets, reduction="sum") == 0


@pytest.mark.parametrize("loss", [focal_loss, label_smoothing_cross_entropy])
def test_a_target_that_names_no_class_is_refused(loss):
    with pytest.raises(RuntimeError, match="index 3 is out of bounds for dimension 1 with size 3"):
        loss(torch.zeros(1, 3), torch.tensor([3]))


@pytest.mark.parametrize("loss", [focal_loss, label_smoothing_cross_entropy])
@pytest.mark.parametrize(("logits", "targets"), [((4, 3), (3,)), ((4, 3), (4, 1)), ((3,), ()), ((4, 3, 2), (4, 3))])
def test_shapes_that_do_not_fit_are_named(loss, logits, targets):
    with pytest.raises(ValueError, match=r"logits \(.*\) must be \(batch, classes, \*places\)"):
        loss(torch.zeros(logits), torch.zeros(targets, dtype=torch.int64))


def test_the_binary_loss_does_not_broadcast():
    with pytest.raises(ValueError, match=r"targets \(4,\) must have the shape of logits \(4, 1\)"):
        binary_focal_loss(torch.zeros(4, 1), torch.zeros(4))


def test_an_unknown_reduction_or_a_number_out_of_range_is_refused():
    logits, targets = torch.zeros(2, 3), torch.tensor([0, 1])
    with pytest.raises(ValueError, match='reduction must be "mean", "sum" or "none"'):
        focal_loss(logits, targets, reduction="avg")
    with pytest.raises(ValueError, match="gamma must not be negative"):
        focal_loss(logits, targets, gamma=-1.0)
    for smoothing in (-0.1, 1.1):
        with pytest.raises(ValueError, match="smoothing must be between 0 and 1"):
            label_smoothing_cross_entropy(logits, targets, smoothing)
        with pytest.raises(ValueError, match="smoothing must be between 0 and 1"):
            smooth_labels(targets, 3, smoothing)
