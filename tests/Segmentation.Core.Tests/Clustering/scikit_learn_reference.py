"""Prints the numbers of scikit-learn 1.2.1 that tests compare with: python3 scikit_learn_reference.py

The data are those of FormulaClouds.cs: both languages compute the same doubles, but for the last bits of a standardisation.
"""
import numpy as np
from sklearn.cluster import AgglomerativeClustering, BisectingKMeans, KMeans
from sklearn.mixture import GaussianMixture


def clouds(rows, columns, count, side, seed=1):
    state = seed

    def uniform():
        nonlocal state
        state = (1664525 * state + 1013904223) % 2**32
        return state / 2**32

    centres = [[side * uniform() for _ in range(columns)] for _ in range(count)]
    return np.array([
        [centres[row % count][column] + (row % count + 1) * 0.5 * (sum(uniform() for _ in range(12)) - 6) for column in range(columns)]
        for row in range(rows)])


def in_order(labels):
    """Clusters numbered by their first rows."""
    numbers = {}
    return "".join(str(numbers.setdefault(label, len(numbers))) for label in labels)


def kmeans():
    data = clouds(120, 4, 5, 10)
    for clusters in (2, 5, 8):
        for algorithm in ("lloyd", "elkan"):
            fit = KMeans(clusters, init=data[:clusters], n_init=1, tol=0, algorithm=algorithm).fit(data)
            print("k-means", clusters, algorithm, repr(fit.inertia_), fit.n_iter_, in_order(fit.labels_))
        own = KMeans(clusters, n_init=50, tol=0, random_state=0).fit(data)
        print("k-means own start", clusters, repr(own.inertia_))


def linkages():
    data = clouds(120, 3, 6, 12)
    for linkage in ("ward", "average", "complete"):
        for clusters in (3, 6, 10):
            fit = AgglomerativeClustering(clusters, linkage=linkage).fit(data)
            print("linkage", linkage, clusters, in_order(fit.labels_))


def bisecting():
    data = clouds(120, 3, 6, 30)
    for clusters in range(2, 9):
        best = min((BisectingKMeans(clusters, n_init=10, random_state=seed).fit(data) for seed in range(20)), key=lambda fit: fit.inertia_)
        print("bisecting", clusters, repr(best.inertia_), "".join(map(str, best.labels_)))


class FromLabels(GaussianMixture):
    """A mixture that starts from given labels instead of those of k-means."""

    def fit_from(self, data, labels):
        self.start = np.eye(self.n_components)[labels]
        return self.fit(data)

    def _initialize_parameters(self, data, random_state):
        self._initialize(data, self.start)


def mixtures():
    data = clouds(300, 3, 4, 8)
    data = (data - data.mean(axis=0)) / data.std(axis=0)
    row = np.arange(300)
    labels = (row + (row % 3 == 0)) % 4
    for shape in ("full", "diag", "tied", "spherical"):
        for iterations in (1, 4, 100):
            fit = FromLabels(4, covariance_type=shape, max_iter=iterations, tol=1e-3, reg_covar=1e-6).fit_from(data, labels)
            print("mixture", shape, iterations, fit.n_iter_, repr(fit.score(data) * 300), repr(fit.bic(data)), repr(fit.aic(data)),
                  np.round(np.sort(fit.weights_)[::-1], 9).tolist())
        own = GaussianMixture(4, covariance_type=shape, n_init=10, random_state=0).fit(data)
        print("own start", shape, repr(own.score(data) * 300))


if __name__ == "__main__":
    import warnings
    warnings.simplefilter("ignore")
    kmeans()
    linkages()
    bisecting()
    mixtures()
