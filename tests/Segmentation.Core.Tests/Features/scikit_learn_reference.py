"""Prints the numbers of scikit-learn 1.2.1 and scipy 1.10.1 that tests of features compare with: python3 scikit_learn_reference.py FOLDER

FOLDER holds Mall_Customers.csv and marketing_campaign.csv; `skewed` and `scattered` are made by the same formulas in the tests.
"""
import sys
import numpy as np
import pandas as pd
from scipy.stats import rankdata, yeojohnson_normmax
from sklearn.decomposition import PCA
from sklearn.preprocessing import PowerTransformer, StandardScaler


def skewed(count):
    step = np.arange(count)
    return (step * 37 % 101) ** 2 / 50.0 - 20


def yeo_johnson(name, values):
    values = np.asarray(values, dtype=float)
    power = PowerTransformer(method="yeo-johnson").fit(values.reshape(-1, 1))
    shown = power.transform(values.reshape(-1, 1))[:3, 0]
    print("yeo-johnson", name, repr(power.lambdas_[0]), repr(yeojohnson_normmax(values)), shown.tolist())


def components(name, values):
    fit = PCA().fit(values)
    signs = np.array([np.sign(row[np.argmax(np.abs(row))]) for row in fit.components_])
    print("pca", name, fit.explained_variance_ratio_.tolist())
    print((fit.components_ * signs[:, None]).tolist())
    print((fit.transform(values) * signs)[0].tolist())


if __name__ == "__main__":
    mall = pd.read_csv(f"{sys.argv[1]}/Mall_Customers.csv")
    campaign = pd.read_csv(f"{sys.argv[1]}/marketing_campaign.csv", sep="\t")
    yeo_johnson("skewed(101)", skewed(101))
    yeo_johnson("mall income", mall["Annual Income (k$)"])
    yeo_johnson("mall score", mall["Spending Score (1-100)"])
    yeo_johnson("campaign income", campaign["Income"].dropna())
    yeo_johnson("campaign wines", campaign["MntWines"])
    yeo_johnson("campaign recency negative", -campaign["Recency"])
    print("rank", ((rankdata([3, 1, 3, 7, 1, 9]) - 1) / 5).tolist())
    components("mall", StandardScaler().fit_transform(mall[["Age", "Annual Income (k$)", "Spending Score (1-100)"]]))
    spend = campaign[["MntWines", "MntFruits", "MntMeatProducts", "MntFishProducts", "MntSweetProducts", "MntGoldProds"]]
    components("campaign spend", StandardScaler().fit_transform(spend))
