"""Multinomial logistic regression over two kinds of features at once."""

# mypy: disable-error-code="import-not-found,import-untyped"
from collections.abc import Mapping

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


def fitted(
    spelling: csr_matrix, meaning: np.ndarray, classes: np.ndarray, strength: float, rounds: int
) -> Mapping[str, np.ndarray]:
    """The weights "spelling" (features × classes), "meaning" (likewise) and "intercepts".

    One row an example; `classes` counts from 0. The same optimum as scikit-learn's
    LogisticRegression(C=strength), which would take the dense columns as sparse ones: five times
    the time. L-BFGS runs for at most `rounds`.
    """
    letters, size = spelling.shape[1], (spelling.shape[1] + meaning.shape[1] + 1, classes.max() + 1)
    by_letter, by_number = spelling.T.tocsr(), np.ascontiguousarray(meaning.T)
    rows = np.arange(len(classes))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(size).astype(np.float32)
        scores = spelling @ weights[:letters] + meaning @ weights[letters:-1] + weights[-1]
        scores -= scores.max(axis=1, keepdims=True)
        wrong = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
        missed = -float(wrong[rows, classes].sum(dtype=np.float64))
        wrong = np.exp(wrong)
        wrong[rows, classes] -= 1
        slope = np.vstack([by_letter @ wrong, by_number @ wrong, wrong.sum(axis=0)]) * strength
        slope[:-1] += weights[:-1]
        penalty = float((weights[:-1] ** 2).sum(dtype=np.float64)) / 2
        return strength * missed + penalty, slope.astype(np.float64).ravel()

    start = np.zeros(size[0] * size[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    weights = found.x.reshape(size).astype(np.float32)
    return {
        "spelling": weights[:letters],
        "meaning": weights[letters:-1],
        "intercepts": weights[-1],
    }
