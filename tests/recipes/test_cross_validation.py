import random
import warnings

import pytest
import torch
from torch import nn

from torchbyexample.cross_validation import cross_validate, k_fold, stratified_k_fold

SIZES = [(5, 5), (7, 2), (10, 3), (103, 5), (178, 10)]


def splitters():
    return pytest.importorskip("sklearn.model_selection")


def classes_of(seed, folds):
    """Targets in which class 0 is met first, then class 1 and so on, as scikit-learn counts them; each is large enough."""
    pick = random.Random(seed)
    counts = [pick.randint(folds, 30) for _ in range(pick.randint(2, 5))]
    rest = [number for number, count in enumerate(counts) for _ in range(count - 1)]
    pick.shuffle(rest)
    return torch.tensor([*range(len(counts)), *rest])


def check(folds, rows):
    """Each row is validated once and trained on in all other folds."""
    for train, val in folds:
        assert torch.cat([train, val]).sort().values.tolist() == list(range(rows))
        assert (train.dtype, val.dtype) == (torch.int64, torch.int64)
        assert train.tolist() == sorted(train.tolist())
    assert torch.cat([val for _, val in folds]).sort().values.tolist() == list(range(rows))


@pytest.mark.parametrize(("rows", "folds"), SIZES)
def test_in_order_the_folds_are_those_of_scikit_learn(rows, folds):
    ours = k_fold(rows, folds, seed=None)
    for (train, val), (their_train, their_val) in zip(ours, splitters().KFold(folds).split(range(rows)), strict=True):
        assert (train.tolist(), val.tolist()) == (their_train.tolist(), their_val.tolist())


@pytest.mark.parametrize(("rows", "folds"), SIZES)
@pytest.mark.parametrize("seed", [0, 1])
def test_shuffled_folds_are_a_partition_with_the_sizes_of_scikit_learn(rows, folds, seed):
    ours = k_fold(rows, folds, seed)
    check(ours, rows)
    theirs = splitters().KFold(folds, shuffle=True, random_state=seed).split(range(rows))
    assert [len(val) for _, val in ours] == [len(val) for _, val in theirs]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("folds", [2, 3, 5])
def test_each_fold_has_as_many_rows_of_each_class_as_scikit_learn_gives_it(seed, folds):
    targets = classes_of(seed, folds)
    for ours_seed in (None, seed):
        ours = stratified_k_fold(targets, folds, ours_seed)
        check(ours, len(targets))
        theirs = splitters().StratifiedKFold(folds).split(targets, targets)
        width = int(targets.max()) + 1
        for (_, val), (_, their_val) in zip(ours, theirs, strict=True):
            assert targets[val].bincount(minlength=width).tolist() == targets[their_val].bincount(minlength=width).tolist()


def test_the_names_of_the_classes_and_their_order_do_not_matter():
    targets = torch.tensor([7, -1, 7, 7, -1, 7, -1, 7])
    for folds in (2, 3):
        for _, val in stratified_k_fold(targets, folds):
            assert targets[val].tolist().count(-1) in (1, 2)
    assert len(stratified_k_fold(targets > 0, 2)) == 2


def test_a_seed_gives_the_same_folds_and_leaves_the_generator_of_torch_alone():
    targets = torch.arange(40) % 4
    before = torch.get_rng_state()
    for split in (lambda seed: k_fold(40, 5, seed), lambda seed: stratified_k_fold(targets, 5, seed)):
        first, again, other = ([val.tolist() for _, val in split(seed)] for seed in (3, 3, 4))
        assert first == again != other
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: k_fold(10, folds=1), "folds is 1, expected 2 to 10"),
        (lambda: k_fold(10, folds=11), "folds is 11, expected 2 to 10"),
        (lambda: stratified_k_fold(torch.tensor([0, 1]), folds=1), "folds is 1, expected 2 or more"),
        (lambda: stratified_k_fold(torch.tensor([0, 0, 0, 4, 4]), folds=3), "class 4 has 2 rows for 3 folds: take fewer folds"),
        (lambda: stratified_k_fold(torch.rand(10)), r"float32 \(10,\), expected one integer a row.* bins or k_fold"),
        (lambda: stratified_k_fold(torch.eye(10).long()), r"int64 \(10, 10\), expected one integer a row: take argmax\(1\)"),
        (lambda: stratified_k_fold(torch.tensor([], dtype=torch.long)), r"int64 \(0,\), expected one integer a row"),
    ],
)
def test_a_wrong_argument_is_named(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def step(model, inputs, targets):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    nn.functional.mse_loss(model(inputs), targets).backward()
    optimizer.step()


def nothing(_model, _rows):
    return 0.0


def test_each_fold_is_a_training_of_its_own_on_its_rows_alone():
    torch.manual_seed(0)
    x, y = torch.randn(12, 3), torch.randn(12, 1)
    folds = k_fold(12, 4)
    scores, models = cross_validate(
        lambda: nn.Linear(3, 1),
        lambda model, train: step(model, x[train], y[train]),
        lambda model, val: nn.functional.mse_loss(model(x[val]), y[val]),
        folds,
        seed=5,
    )
    for number, (train, val) in enumerate(folds):
        torch.manual_seed(5 + number)
        model = nn.Linear(3, 1)
        step(model, x[train], y[train])
        assert torch.equal(model.weight, models[number].weight)
        assert scores[number] == nn.functional.mse_loss(model(x[val]), y[val]).item()


def test_the_modes_are_set_and_a_score_needs_no_graph():
    seen = []
    cross_validate(
        lambda: nn.Dropout().eval(),
        lambda model, _rows: seen.append((model.training, torch.is_grad_enabled())),
        lambda model, _rows: seen.append((model.training, torch.is_grad_enabled())) or 1.0,
        k_fold(4, 2),
    )
    assert seen == [(True, True), (False, False)] * 2


def test_the_splitters_of_scikit_learn_fit_in():
    x, y = torch.randn(20, 2), torch.arange(20) % 2
    folds = splitters().StratifiedKFold(4, shuffle=True, random_state=0).split(x, y)
    scores, _ = cross_validate(lambda: nn.Linear(2, 2), nothing, lambda _model, val: y[val].float().mean(), folds)
    assert scores.tolist() == pytest.approx([0.5] * 4, abs=0.11)


def test_a_model_that_is_not_made_anew_is_refused():
    model, body = nn.Linear(1, 1), nn.Linear(1, 1)
    for make in (lambda: model, lambda: nn.Sequential(body, nn.Linear(1, 1))):
        with pytest.raises(ValueError, match="fold 1 got weights that an earlier fold has trained: make the model inside make_model"):
            cross_validate(make, nothing, nothing, k_fold(4, 2))


@pytest.mark.parametrize("score", [1 / 3, 16_777_217.0])
def test_a_score_keeps_the_digits_that_it_came_with(score):
    for value in (score, torch.tensor(score, dtype=torch.float64)):
        scores, _ = cross_validate(lambda: nn.Linear(1, 1), nothing, lambda _model, _val, value=value: value, k_fold(4, 2))
        assert scores.tolist() == [score, score]
        assert scores.mean() == score


def frozen_backbone():
    body = nn.Sequential(nn.Linear(1, 1), nn.BatchNorm1d(1)).requires_grad_(False)
    return lambda: nn.Sequential(body, nn.Linear(1, 1))


def test_a_frozen_backbone_whose_statistics_a_fold_has_moved_is_refused():
    x = torch.arange(4.0)[:, None]
    message = r"fold 1 got the buffer 0\.1\.running_mean, which an earlier fold has moved: call eval\(\) on the shared part in fit"
    with pytest.raises(ValueError, match=message):
        cross_validate(frozen_backbone(), lambda model, train: model(x[train]), nothing, k_fold(4, 2))


def test_a_shared_buffer_that_is_set_anew_has_moved_as_well():
    body = nn.Identity()
    body.register_buffer("mean", torch.zeros(3))

    def fit(model, _train):
        model[0].mean = model[0].mean + 1

    with pytest.raises(ValueError, match=r"fold 1 got the buffer 0\.mean, which an earlier fold has moved"):
        cross_validate(lambda: nn.Sequential(body, nn.Linear(1, 1)), fit, nothing, k_fold(4, 2))


def test_a_frozen_backbone_in_eval_mode_may_be_shared():
    x = torch.arange(4.0)[:, None]

    def fit(model, train):
        model[0].eval()
        model(x[train])

    scores, _ = cross_validate(frozen_backbone(), fit, nothing, k_fold(4, 4))
    assert scores.tolist() == [0.0] * 4


def test_a_cache_that_no_state_dict_holds_may_be_shared():
    body = nn.Identity()
    body.register_buffer("cache", torch.zeros(3), persistent=False)

    def fit(model, _train):
        model[0].cache.add_(1)

    cross_validate(lambda: nn.Sequential(body, nn.Linear(1, 1)), fit, nothing, k_fold(4, 2))


def test_a_frozen_backbone_may_be_shared():
    body = nn.Linear(1, 1).requires_grad_(False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        scores, _ = cross_validate(lambda: nn.Sequential(body, nn.Linear(1, 1)), nothing, nothing, k_fold(4, 2))
    assert scores.tolist() == [0.0, 0.0]
