import warnings

import pytest
import sklearn.metrics as sk
import torch
import torchmetrics.functional.classification as tm
import torchmetrics.functional.regression as tr
import torchmetrics.functional.retrieval as tq

from torchbyexample import metrics

SEEDS = range(20)
AVERAGES = [None, "macro", "weighted", "micro"]


def classes(seed, num_classes=4, samples=30):
    """Predictions and targets; the last class may be missing in either or in both."""
    generator = torch.Generator().manual_seed(seed)
    highest = num_classes - seed % 2
    return torch.randint(highest, (2, samples), generator=generator).unbind()


def scored(seed, items=25, levels=None):
    """Scores, tied if `levels` is given, and targets of both classes."""
    generator = torch.Generator().manual_seed(seed)
    scores = torch.rand(items, generator=generator)
    if levels:
        scores = (scores * levels).floor() / levels
    targets = (torch.rand(items, generator=generator) < 0.3).long()
    targets[0], targets[1] = 0, 1
    return scores, targets


def numbers(seed, samples=20):
    generator = torch.Generator().manual_seed(seed)
    targets = torch.randn(samples, generator=generator, dtype=torch.float64) * 5 + 1
    return targets + torch.randn(samples, generator=generator, dtype=torch.float64), targets


@pytest.mark.parametrize("seed", SEEDS)
def test_the_confusion_matrix_and_accuracy_equal_both_libraries(seed):
    predictions, targets = classes(seed)
    matrix = metrics.confusion_matrix(predictions, targets, 4)
    assert matrix.tolist() == sk.confusion_matrix(targets, predictions, labels=range(4)).tolist()
    assert torch.equal(matrix, tm.multiclass_confusion_matrix(predictions, targets, 4))
    assert metrics.accuracy(matrix) == pytest.approx(sk.accuracy_score(targets, predictions))
    assert metrics.accuracy(matrix) == pytest.approx(tm.multiclass_accuracy(predictions, targets, 4, average="micro").item())


@pytest.mark.parametrize("average", AVERAGES)
@pytest.mark.parametrize("seed", SEEDS)
def test_precision_recall_and_f1_equal_both_libraries(seed, average):
    predictions, targets = classes(seed, samples=8)
    found = metrics.precision_recall_f1(metrics.confusion_matrix(predictions, targets, 4), average)
    labels = range(4) if average is None else None
    theirs = sk.precision_recall_fscore_support(targets, predictions, labels=labels, average=average, zero_division=0)
    functions = (tm.multiclass_precision, tm.multiclass_recall, tm.multiclass_f1_score)
    for mine, scikit, function in zip(found, theirs, functions, strict=False):
        assert mine.tolist() == pytest.approx(torch.as_tensor(scikit).tolist())
        assert mine.tolist() == pytest.approx(function(predictions, targets, 4, average=average).tolist(), abs=1e-6)


def test_one_class_only_and_all_wrong_divide_nothing_by_zero():
    right = metrics.confusion_matrix(torch.zeros(5).long(), torch.zeros(5).long(), 3)
    assert [value.tolist() for value in metrics.precision_recall_f1(right)] == [[1.0, 0.0, 0.0]] * 3
    assert [value.item() for value in metrics.precision_recall_f1(right, "macro")] == [1.0] * 3
    wrong = metrics.confusion_matrix(torch.zeros(5).long(), torch.ones(5).long(), 2)
    for average in AVERAGES[1:]:
        assert [value.item() for value in metrics.precision_recall_f1(wrong, average)] == [0.0] * 3


@pytest.mark.parametrize("levels", [None, 4, 1])
@pytest.mark.parametrize("seed", SEEDS)
def test_roc_auc_and_average_precision_equal_both_libraries_with_and_without_ties(seed, levels):
    scores, targets = scored(seed, levels=levels)
    assert metrics.roc_auc(scores, targets) == pytest.approx(sk.roc_auc_score(targets, scores))
    assert metrics.roc_auc(scores, targets) == pytest.approx(tm.binary_auroc(scores, targets).item())
    assert metrics.average_precision(scores, targets) == pytest.approx(sk.average_precision_score(targets, scores))
    assert metrics.average_precision(scores, targets) == pytest.approx(tm.binary_average_precision(scores, targets).item())


def test_the_order_of_the_samples_changes_nothing():
    scores, targets = scored(0, levels=4)
    order = torch.randperm(len(scores), generator=torch.Generator().manual_seed(0))
    for metric in (metrics.roc_auc, metrics.average_precision, metrics.reciprocal_rank, metrics.ndcg):
        assert metric(scores, targets) == pytest.approx(metric(scores[order], targets[order]))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_regression_metrics_equal_both_libraries(seed):
    predictions, targets = numbers(seed)
    for mine, scikit, theirs in (
        (metrics.mean_absolute_error, sk.mean_absolute_error, tr.mean_absolute_error),
        (metrics.mean_squared_error, sk.mean_squared_error, tr.mean_squared_error),
        (metrics.r2_score, sk.r2_score, tr.r2_score),
        (metrics.mean_absolute_percentage_error, sk.mean_absolute_percentage_error, tr.mean_absolute_percentage_error),
    ):
        assert mine(predictions, targets) == pytest.approx(scikit(targets, predictions))
        assert mine(predictions, targets) == pytest.approx(theirs(predictions, targets).item(), rel=1e-5)


@pytest.mark.parametrize("predictions", [[3.0, 3.0, 3.0], [3.0, 3.0, 4.0]])
def test_r2_of_equal_targets_is_scikit_learns(predictions):
    targets = torch.full((3,), 3.0)
    assert metrics.r2_score(torch.tensor(predictions), targets) == sk.r2_score(targets, predictions)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_ranking_metrics_equal_torchmetrics(seed):
    scores, targets = scored(seed)
    assert metrics.reciprocal_rank(scores, targets) == pytest.approx(tq.retrieval_reciprocal_rank(scores, targets).item())
    assert metrics.average_precision(scores, targets) == pytest.approx(tq.retrieval_average_precision(scores, targets).item())


@pytest.mark.parametrize("k", [None, 1, 5, 100])
@pytest.mark.parametrize("levels", [None, 4, 1])
@pytest.mark.parametrize("seed", range(8))
def test_ndcg_equals_both_libraries_with_graded_gains_ties_and_a_cut(seed, levels, k):
    scores, _ = scored(seed, levels=levels)
    gains = torch.randint(4, scores.shape, generator=torch.Generator().manual_seed(seed))
    mine = metrics.ndcg(scores, gains, k)
    assert mine == pytest.approx(sk.ndcg_score(gains[None], scores[None], k=k))
    assert mine == pytest.approx(tq.retrieval_normalized_dcg(scores, gains, top_k=k and min(k, 25)).item(), abs=1e-6)


def test_a_query_without_a_relevant_item_is_0_as_in_the_libraries():
    scores, targets = torch.tensor([0.3, 0.2]), torch.tensor([0, 0])
    assert metrics.reciprocal_rank(scores, targets) == tq.retrieval_reciprocal_rank(scores, targets) == 0
    assert metrics.average_precision(scores, targets) == tq.retrieval_average_precision(scores, targets) == 0
    assert metrics.ndcg(scores, targets) == sk.ndcg_score(targets[None], scores[None]) == 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scikit-learn says that there is no positive
        assert sk.average_precision_score(targets, scores) == 0


def test_of_tied_items_the_relevant_one_comes_last():
    same = torch.zeros(4)
    assert metrics.reciprocal_rank(same, torch.tensor([1, 0, 0, 0])) == metrics.reciprocal_rank(same, torch.tensor([0, 0, 0, 1])) == 0.25


def test_every_number_type_and_a_gradient_are_taken():
    scores = torch.tensor([0.25, 0.5, 0.75])
    targets = torch.tensor([0, 1, 0])
    for given in (scores.half(), scores.double(), scores.clone().requires_grad_()):
        assert metrics.roc_auc(given, targets.bool()) == metrics.roc_auc(scores, targets.float()) == 0.5
        assert metrics.mean_absolute_error(given, targets) == pytest.approx(0.5)


CLASS_METRICS = [metrics.roc_auc, metrics.average_precision, metrics.reciprocal_rank]
NUMBER_METRICS = [
    metrics.mean_absolute_error,
    metrics.mean_squared_error,
    metrics.r2_score,
    metrics.mean_absolute_percentage_error,
    metrics.ndcg,
]


@pytest.mark.parametrize("metric", CLASS_METRICS + NUMBER_METRICS)
@pytest.mark.parametrize("shapes", [((3, 1), (3,)), ((3,), (4,)), ((3, 1), (3, 1)), ((0,), (0,))])
def test_shapes_that_would_broadcast_are_refused(metric, shapes):
    with pytest.raises(ValueError, match=r"shapes \(.*\) and \(.*\), expected \(samples,\) twice"):
        metric(torch.ones(shapes[0]), torch.ones(shapes[1]))


@pytest.mark.parametrize("metric", CLASS_METRICS)
def test_targets_that_are_not_0_or_1_are_refused(metric):
    with pytest.raises(ValueError, match=r"targets hold \[0, 2\], expected 0 and 1"):
        metric(torch.ones(2), torch.tensor([0, 2]))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: metrics.confusion_matrix(torch.tensor([0, 3]), torch.tensor([0, 1]), 3), r"predictions hold 0 \.\.\. 3, expected class"),
        (lambda: metrics.confusion_matrix(torch.tensor([0, 1]), torch.tensor([-1, 1]), 3), r"targets hold -1 \.\.\. 1, expected class"),
        (lambda: metrics.confusion_matrix(torch.rand(2, 3), torch.tensor([0, 1]), 3), r"shapes \(2, 3\) and \(2,\)"),
        (lambda: metrics.precision_recall_f1(torch.eye(2), "mean"), "average 'mean' is not one of"),
        (lambda: metrics.roc_auc(torch.rand(2), torch.ones(2)), "needs both classes, got 2 positives and 0 negatives"),
        (lambda: metrics.roc_auc(torch.rand(2), torch.zeros(2)), "needs both classes, got 0 positives and 2 negatives"),
        (lambda: metrics.r2_score(torch.ones(1), torch.ones(1)), "two samples or more, got 1"),
        (lambda: metrics.mean_absolute_percentage_error(torch.ones(2), torch.tensor([0.0, 1.0])), "1 of 2 are 0"),
        (lambda: metrics.ndcg(torch.rand(2), torch.tensor([-1, 1])), "a gain is -1, expected 0 or more"),
        (lambda: metrics.ndcg(torch.rand(2), torch.ones(2), k=0), "k is 0, expected 1 or more"),
    ],
)
def test_bad_input_is_refused_with_what_was_given(call, message):
    with pytest.raises(ValueError, match=message):
        call()
