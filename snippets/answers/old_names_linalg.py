# /// script
# requires-python = ">=3.11"
# dependencies = ["torch>=2.14"]
# ///
"""Old names of linear algebra and Fourier transforms, and what to write instead."""

import re
import warnings
from contextlib import contextmanager

import torch

EXPECTED = (AttributeError, RuntimeError, TypeError)


@contextmanager
def today():
    """Run old lines; print the first warning, the error, or `runs`."""
    said = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield
        except EXPECTED as error:
            said = [error]
    said = [warning.message for warning in caught[:1]] + said
    for problem in said:
        sentence = re.split(r"\. | \(|\n", str(problem).strip())[0]
        print(f"{type(problem).__name__}: {sentence}")
    if not said:
        print("runs")


# --8<-- [start:linalg]
A = torch.tensor([[2.0, 1.0], [1.0, 3.0]])
b = torch.tensor([[1.0], [2.0]])
v = torch.tensor([1.0, 2.0])
with today():
    torch.symeig(A, eigenvectors=True)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.eigh(A)  # eigvalsh(A) for the values alone

with today():
    torch.eig(A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.eig(A)  # complex; eigvals(A) for the values

with today():
    torch.svd(A)
# > runs
U, S, Vh = torch.linalg.svd(A)  # Vh, not V

with today():
    torch.qr(A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.qr(A)

with today():
    torch.cholesky(A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.cholesky(A)

with today():
    torch.solve(b, A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.solve(A, b)  # the other order

with today():
    torch.gesv(b, A)
# > AttributeError: module 'torch' has no attribute 'gesv'
torch.linalg.solve(A, b)

with today():
    torch.lstsq(b, A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed
torch.linalg.lstsq(A, b).solution

with today():
    torch.gels(b, A)
# > AttributeError: module 'torch' has no attribute 'gels'
torch.linalg.lstsq(A, b).solution

with today():
    torch.triangular_solve(b, A)
# > UserWarning: torch.triangular_solve is deprecated in favor of torch.linalg.solve_triangularand will be removed in a future PyTorch release.
torch.linalg.solve_triangular(A, b, upper=True)

with today():
    torch.potrf(A)
# > AttributeError: module 'torch' has no attribute 'potrf'
torch.linalg.cholesky(A)

with today():
    torch.lu(A)
# > UserWarning: torch.lu is deprecated in favor of torch.linalg.lu_factor / torch.linalg.lu_factor_ex and will be removed in a future PyTorch release.
torch.linalg.lu_factor(A)

with today():
    torch.matrix_rank(A)
# > RuntimeError: This function was deprecated since version 1.9 and is now removed.
torch.linalg.matrix_rank(A)

with today():
    torch.chain_matmul(A, A, b)
# > UserWarning: torch.chain_matmul is deprecated and will be removed in a future PyTorch release
torch.linalg.multi_dot([A, A, b])

with today():
    torch.norm(v)
# > runs
torch.linalg.vector_norm(v)

with today():
    torch.ger(v, v)
# > runs
torch.outer(v, v)

with today():
    torch.cross(torch.rand(2, 3), torch.rand(2, 3))
# > UserWarning: Using torch.cross without specifying the dim arg is deprecated.
torch.linalg.cross(torch.rand(2, 3), torch.rand(2, 3))
# --8<-- [end:linalg]

# --8<-- [start:fft]
signal = torch.arange(64.0)
window = torch.hann_window(16)
with today():
    torch.rfft(signal, 1)
# > AttributeError: module 'torch' has no attribute 'rfft'
spectrum = torch.fft.rfft(signal)

with today():
    torch.irfft(spectrum, 1)
# > AttributeError: module 'torch' has no attribute 'irfft'
torch.fft.irfft(spectrum)

with today():
    torch.fft(signal, 1)
# > TypeError: 'module' object is not callable
torch.fft.fft(signal)

with today():
    torch.stft(signal, 16, window=window)
# > RuntimeError: stft requires the return_complex parameter be given for real inputs, and will further require that return_complex=True in a future PyTorch release.
frames = torch.stft(signal, 16, window=window, return_complex=True)

with today():
    torch.istft(torch.view_as_real(frames), 16, window=window)
# > TypeError: istft requires a complex-valued input tensor matching the output from stft with return_complex=True.
torch.istft(frames, 16, window=window)

print(torch.view_as_real(frames).shape)  # real and imaginary part
# > torch.Size([9, 17, 2])
# --8<-- [end:fft]

# --8<-- [start:equal]
print(torch.allclose(torch.svd(A).V, torch.linalg.svd(A).Vh.mT))
# > True
print(torch.allclose(torch.ger(v, v), torch.outer(v, v)))
# > True
print(torch.allclose(A @ torch.linalg.solve(A, b), b))
# > True
# --8<-- [end:equal]
