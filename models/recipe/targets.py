"""Says which of the aims set beforehand the twins reach, computed from the figures."""

from collections.abc import Iterator

from card_tables import MODELS, SHORT_NAMES, figure

SMALL = 64
KEPT_AT = 32
KEPT_STS = 0.97
KEPT_INTENT = 0.95
LOSS_AT_FULL_SIZE = 0.01
LOSS_AGAINST_BASE = 0.02
MEAN_COSINE = 0.98
CHANGE_BY_INT8 = 0.01
LARGEST_FILE = 24_000_000


def report(results: dict, int8: dict) -> str:
    """A Markdown list of the aims, each with its outcome."""
    return "\n".join(f"- **{'reached' if reached else 'missed'}**: {aim} {outcome}" for aim, reached, outcome in outcomes(results, int8))


def outcomes(results: dict, int8: dict) -> Iterator[tuple[str, bool, str]]:
    """The aims, whether each is reached, and the figures that say so."""
    figures = results["figures"]
    at = results["dimensions"].index(KEPT_AT)
    for name, share in (("sts", KEPT_STS), ("clinc-intent", KEPT_INTENT)):
        ours, plain = (figures[model][name][at] / figures[model][name][-1] for model in ("matryoshka", "ordinary"))
        yield (f"at {KEPT_AT} dimensions the Matryoshka twin keeps {share:.0%} of its own {SHORT_NAMES[name]}.", ours >= share,
               f"It keeps {ours:.1%} (the ordinary twin {plain:.1%}).")
    for rival in ("ordinary", "ordinary-pca"):
        yield _ahead(results, rival)
    losses = {name: figures["ordinary"][name][-1] - figures["matryoshka"][name][-1] for name in SHORT_NAMES}
    yield ("at 384 dimensions it loses at most 1 point to the ordinary twin.",
           max(losses.values()) <= LOSS_AT_FULL_SIZE, _worst(losses))
    for twin in ("ordinary", "matryoshka"):
        losses = {name: figures["base"][name][-1] - figures[twin][name][-1] for name in SHORT_NAMES}
        yield (f"at 384 dimensions the {MODELS[twin]} is at most 2 points below the untouched base.",
               max(losses.values()) <= LOSS_AGAINST_BASE, _worst(losses))
    for twin in ("ordinary", "matryoshka"):
        shipped = int8[twin]["shipped"]
        change = max(shipped["changes"].values())
        yield (f"the {MODELS[twin]}'s int8 file has at most 24 MB, a mean cosine of 0.98 or more to float32, and no figure more than .01 away.",
               shipped["bytes"] <= LARGEST_FILE and shipped["mean_cosine"] >= MEAN_COSINE and change <= CHANGE_BY_INT8,
               f"{shipped['bytes'] / 1e6:.1f} MB, {shipped['mean_cosine']:.4f}, {figure(change)}.")


def _ahead(results: dict, rival: str) -> tuple[str, bool, str]:
    small = [(i, d) for i, d in enumerate(results["dimensions"]) if d <= SMALL]
    gaps = {(name, d): results["figures"]["matryoshka"][name][i] - results["figures"][rival][name][i]
            for name in SHORT_NAMES for i, d in small}
    behind = [f"{SHORT_NAMES[name]} at {d} ({gap:+.3f})" for (name, d), gap in gaps.items() if gap <= 0]
    sure = sum(results["leads"][rival][name][i][0] > 0 for name in SHORT_NAMES for i, _ in small)
    outcome = f"Ahead on {len(gaps) - len(behind)} of {len(gaps)}, on {sure} of them with an interval above 0."
    if behind:
        outcome += f" Not ahead: {', '.join(behind)}."
    return f"it is ahead of the {MODELS[rival]} on every measure at every prefix up to {SMALL}.", not behind, outcome


def _worst(losses: dict[str, float]) -> str:
    name = max(losses, key=losses.get)
    over = f"The largest loss is {losses[name]:.3f} ({SHORT_NAMES[name]})" if losses[name] > 0 else "It loses nothing"
    gains = ", ".join(f"{SHORT_NAMES[each]} {-loss:+.3f}" for each, loss in losses.items() if each != "overlap")
    return f"{over}; differences: {gains}."
