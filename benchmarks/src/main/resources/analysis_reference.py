"""What Kenshin's analysis of vectors is compared with: scikit-learn, all vectors in memory.

analysis FILE COUNT DIMENSION   activation clustering per label as the Adversarial Robustness Toolbox does it
                                (Chen et al. 2018): reduce to 10 components, 2-means, silhouette score
scikit FILE COUNT DIMENSION     the same without the silhouette, whose cost grows with the square
tsne FILE COUNT DIMENSION OUT   t-SNE (Barnes-Hut) of the first COUNT vectors
trust FILE COUNT DIMENSION OUT  trustworthiness of the map in OUT, 12 neighbours
Prints one line of JSON.
"""
import json
import resource
import sys
import time

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.metrics import silhouette_score

mode, path, count, dimension = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
start = time.perf_counter()
vectors = np.fromfile(path, dtype="<f4", count=count * dimension).reshape(count, dimension)
result = {}
if mode in ("analysis", "scikit"):
    labels = np.arange(count) % 2
    found = np.zeros(count, dtype=bool)
    for label in (0, 1):
        own = np.flatnonzero(labels == label)
        reduced = PCA(n_components=10, random_state=0).fit_transform(vectors[own])
        clusters = KMeans(n_clusters=2, n_init=10, random_state=0).fit_predict(reduced)
        if mode == "analysis":
            silhouette_score(reduced, clusters)
        small = np.argmin(np.bincount(clusters, minlength=2))
        found[own[clusters == small]] = True
    planted = (np.arange(count) % 100) == 1
    result["recall"] = float((found & planted).sum() / planted.sum())
    result["precision"] = float((found & planted).sum() / max(1, found.sum()))
elif mode == "tsne":
    mapped = TSNE(n_components=2, perplexity=30, init="pca", learning_rate="auto", random_state=0, n_jobs=2).fit_transform(vectors)
    mapped.astype("<f8").tofile(sys.argv[5])
else:
    mapped = np.fromfile(sys.argv[5], dtype="<f8").reshape(count, 2)
    result["trustworthiness"] = float(trustworthiness(vectors, mapped, n_neighbors=12))
result["seconds"] = time.perf_counter() - start
result["peakMiB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(result))
