"""Writes the numeric core's expected values, computed by numpy, scipy and statsmodels and not by our code.

Run: pip install numpy scipy pandas statsmodels; python core_fixtures.py
Writes metric/correlations.csv, metric/nested_variance.csv and vector/energy.csv under src/test/resources.
"""

import csv
import pathlib

import numpy as np
import pandas as pd
import scipy.stats
import statsmodels.formula.api as smf

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"


def write(name, header, rows):
    path = RESOURCES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def numbers(values):
    return " ".join(repr(float(v)) for v in values)


def correlations():
    """Pairs of float32 score lists with few, many and no ties."""
    rng = np.random.default_rng(1)
    pairs = []
    for size, levels in [(2, 0), (3, 2), (5, 0), (10, 3), (40, 5), (40, 0), (100, 2), (100, 30), (257, 12), (300, 0)]:
        a = rng.normal(size=size)
        b = 0.6 * a + rng.normal(size=size)
        if levels:
            a, b = np.floor(a * levels / 2), np.floor(b * levels / 2)
        pairs.append((a.astype(np.float32), b.astype(np.float32)))
    rows = [
        (numbers(a), numbers(b), repr(float(scipy.stats.kendalltau(a, b).statistic)), repr(float(scipy.stats.spearmanr(a, b).statistic)))
        for a, b in pairs
    ]
    write("metric/correlations.csv", ["a", "b", "kendallTauB", "spearman"], rows)


def projection(groups):
    """The matrix that replaces each value by the mean of its group."""
    indicator = pd.get_dummies(pd.Series(groups)).to_numpy(float)
    return indicator @ np.linalg.inv(indicator.T @ indicator) @ indicator.T


def nested(levels, values):
    """Sums of squares by sequential least squares; components by solving E[y'Qy] = tr(Q V) with explicit matrices."""
    n = len(values)
    paths = [["/".join(map(str, p)) for p in zip(*levels[: i + 1])] for i in range(len(levels))]
    projections = [np.full((n, n), 1 / n)] + [projection(p) for p in paths] + [np.eye(n)]
    quadratic = [b - a for a, b in zip(projections, projections[1:])]
    frame = pd.DataFrame({f"l{i}": p for i, p in enumerate(paths)})
    frame["y"] = values
    residuals = [float(((frame.y - frame.y.mean()) ** 2).sum())]
    for i in range(len(levels)):
        residuals.append(float(smf.ols(f"y ~ C(l{i})", frame).fit().ssr))
    sums = [a - b for a, b in zip(residuals, residuals[1:])] + [residuals[-1]]
    effects = [pd.get_dummies(pd.Series(p)).to_numpy(float) for p in paths] + [np.eye(n)]
    expectation = np.array([[np.trace(q @ z @ z.T) for z in effects] for q in quadratic])
    return sums, np.linalg.solve(expectation, np.array(sums))


def nested_variance():
    rng = np.random.default_rng(2)
    designs = []

    def design(shape):
        """shape: a nested list whose leaves are counts of observations."""
        rows = []

        def walk(node, path):
            if isinstance(node, int):
                rows.extend([path] * node)
            else:
                for i, child in enumerate(node):
                    walk(child, path + (i,))

        walk(shape, ())
        return list(zip(*rows))

    designs.append(("balanced, one level", design([4, 4, 4]), (2, 1)))
    designs.append(("balanced, two levels", design([[3, 3], [3, 3], [3, 3], [3, 3]]), (2, 1, 0.5)))
    designs.append(("balanced, three levels", design([[[2] * 3] * 3] * 4), (1.5, 1, 0.5, 1)))
    designs.append(("unbalanced, one level", design([2, 7, 3, 5]), (2, 1)))
    designs.append(("unbalanced, two levels", design([[1, 4], [2, 2, 6], [3, 5, 1, 2]]), (2, 1, 0.5)))
    designs.append(("unbalanced, three levels", design([[[2, 3], [1, 1, 4]], [[5, 2], [2], [3, 3]], [[4, 1], [2, 2]]]), (1, 2, 0.5, 1)))
    designs.append(("unbalanced, no effects", design([[3, 5], [4, 2], [6, 3]]), (0, 0, 1)))
    rows = []
    for name, levels, scale in designs:
        values = np.zeros(len(levels[0]))
        for i in range(len(levels)):
            paths = list(zip(*levels[: i + 1]))
            effect = {p: rng.normal() * scale[i] for p in sorted(set(paths))}
            values += np.array([effect[p] for p in paths])
        values += rng.normal(size=len(values)) * scale[-1]
        sums, components = nested(levels, values)
        rows.append((name, ";".join(" ".join(map(str, level)) for level in levels), numbers(values), numbers(sums), numbers(components)))
    check_against_mixed_model(rows[1])
    write("metric/nested_variance.csv", ["design", "levels", "values", "sumsOfSquares", "components"], rows)


def check_against_mixed_model(row):
    """In a balanced design with positive components, REML is the analysis of variance."""
    levels = [list(map(int, level.split())) for level in row[1].split(";")]
    frame = pd.DataFrame({"field": levels[0], "topic": levels[1], "y": list(map(float, row[2].split()))})
    fit = smf.mixedlm("y ~ 1", frame, groups="field", re_formula="1", vc_formula={"topic": "0 + C(topic)"}).fit(reml=True)
    reml = [float(fit.cov_re.iloc[0, 0]), float(fit.vcomp[0]), float(fit.scale)]
    assert np.allclose(reml, list(map(float, row[4].split())), rtol=2e-3), (reml, row[4])


def energy():
    """Small matrices: rows scaled to length 1, then numpy's covariance and eigenvalues."""
    rng = np.random.default_rng(3)
    rows = []
    for n, d in [(5, 3), (12, 6), (40, 8), (4, 7)]:
        x = (rng.normal(size=(n, d)) * np.linspace(2, 0.2, d) + rng.normal(size=d)).astype(np.float32)
        unit = x.astype(float) / np.linalg.norm(x.astype(float), axis=1, keepdims=True)
        covariance = np.cov(unit.T, bias=True)
        values = np.clip(np.linalg.eigvalsh(covariance), 0, None)
        share = values / values.sum()
        share = share[share > 1e-15]
        rows.append(
            (
                ";".join(numbers(row) for row in x),
                numbers((unit**2).mean(axis=0)),
                numbers(unit.mean(axis=0) ** 2),
                numbers(unit.var(axis=0)),
                repr(float(values.sum() ** 2 / (values**2).sum())),
                repr(float(np.exp(-(share * np.log(share)).sum()))),
            )
        )
    write("vector/energy.csv", ["rows", "energy", "meanSquared", "variance", "participationRatio", "effectiveRank"], rows)


if __name__ == "__main__":
    correlations()
    nested_variance()
    energy()
