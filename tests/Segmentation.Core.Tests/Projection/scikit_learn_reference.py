"""Prints the divergences of scikit-learn 1.2.1 that tests of t-SNE compare with: python3 scikit_learn_reference.py FOLDER

FOLDER holds Mall_Customers.csv; the clouds are those of ../Clustering/scikit_learn_reference.py.
"""
import pathlib
import sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Clustering"))
import pandas as pd
from scikit_learn_reference import clouds
from sklearn.manifold import TSNE
from sklearn.preprocessing import StandardScaler


def divergence(name, data, perplexity=30):
    fits = [TSNE(perplexity=perplexity, init="pca", learning_rate="auto", n_iter=1000, random_state=seed).fit(data) for seed in range(3)]
    print(name, perplexity, [fit.kl_divergence_ for fit in fits])


if __name__ == "__main__":
    mall = pd.read_csv(f"{sys.argv[1]}/Mall_Customers.csv")
    divergence("mall", StandardScaler().fit_transform(mall[["Age", "Annual Income (k$)", "Spending Score (1-100)"]]))
    divergence("clouds(600, 6, 5, 8)", clouds(600, 6, 5, 8))
    divergence("clouds(600, 6, 5, 8)", clouds(600, 6, 5, 8), 10)
