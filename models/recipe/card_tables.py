"""The tables of the model cards."""

from collections.abc import Sequence

MEASURES = {
    "sts": "STS benchmark, test part: Spearman correlation of cosine and gold score (1,379 pairs)",
    "scifact": "SciFact: NDCG@10 (300 claims, 5,183 abstracts, the claims' cited abstracts as in BEIR)",
    "clinc-domain": "CLINC150, test part: domain, vote of the 10 nearest training utterances (4,500 utterances, 10 domains)",
    "clinc-intent": "CLINC150, test part: intent, vote of the 10 nearest training utterances (150 intents)",
    "arxiv": "arXiv: title finds its abstract at rank 1 (2,000 held-out items)",
    "encyclopedia": "Encyclopedia: NDCG@10 with grades (60 queries, 800 passages)",
    "encyclopedia-field": "Encyclopedia: field of the nearest other passage",
    "encyclopedia-topic": "Encyclopedia: topic of the nearest other passage",
    "encyclopedia-subtopic": "Encyclopedia: subtopic of the nearest other passage",
    "overlap": "Agreement with the model's own full ranking, not quality: overlap@10 on SciFact",
}
SHORT_NAMES = {
    "sts": "STS", "scifact": "SciFact", "clinc-domain": "CLINC domain", "clinc-intent": "CLINC intent", "arxiv": "arXiv",
    "encyclopedia": "encyclopedia", "encyclopedia-field": "field", "encyclopedia-topic": "topic",
    "encyclopedia-subtopic": "subtopic", "overlap": "overlap@10",
}
MODELS = {
    "base": "base, untouched", "base-pca": "base, PCA", "ordinary": "ordinary twin", "ordinary-pca": "ordinary twin, PCA",
    "matryoshka": "Matryoshka twin", "ordinary-own-pca": "ordinary twin, own PCA",
    "matryoshka-own-pca": "Matryoshka twin, own PCA",
}
VARIANTS = {"float32": "float32", "shipped": "int8 weights, as shipped", "dynamic, alone": "dynamic int8, each text alone",
            "dynamic, together": "dynamic int8, texts together"}


def markdown_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure(value: float) -> str:
    """Three decimals without the leading nought, as tables of such figures are set."""
    return f"{value:.3f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:.3f}"


def figure_tables(results: dict) -> str:
    """A table for each measure: models down, dimensions across."""
    dimensions = [str(d) for d in results["dimensions"]]
    return "\n\n".join(
        f"**{title}**\n\n" + markdown_table(["", *dimensions], [
            [MODELS[model], *map(figure, results["figures"][model][name])] for model in MODELS if model in results["figures"]])
        for name, title in MEASURES.items() if name in next(iter(results["figures"].values())))


def own_pca_tables(own: dict) -> str:
    """A table for each measure of what the PCA of the documents themselves does, then the paired differences."""
    return f"""{figure_tables(own)}

{own_lead_table(own)}"""


def own_lead_table(own: dict) -> str:
    """The difference with its interval of each pair that was set against each other, at every prefix but full size."""
    dimensions = own["dimensions"][:-1]
    rows = []
    for pair, intervals in own["leads"].items():
        ahead, behind = pair.split(" - ")
        for name in intervals:
            cells = []
            for i, _ in enumerate(dimensions):
                low, high = intervals[name][i]
                difference = own["figures"][ahead][name][i] - own["figures"][behind][name][i]
                cells.append(f"{difference:+.3f} ({low:+.3f} to {high:+.3f})")
            rows.append([MODELS[ahead], MODELS[behind], SHORT_NAMES[name], *cells])
    return markdown_table(["", "less", "measure", *map(str, dimensions)], rows)


def own_pca_finding(own: dict) -> str:
    """How often the ordinary twin through its own PCA is ahead of the Matryoshka twin, and how often behind, by the intervals."""
    intervals = [each for per_prefix in own["leads"]["ordinary-own-pca - matryoshka"].values() for each in per_prefix[:-1]]
    ahead = sum(low > 0 for low, _ in intervals)
    behind = sum(high < 0 for _, high in intervals)
    both = [each for per_prefix in own["leads"]["matryoshka-own-pca - matryoshka"].values() for each in per_prefix[:-1]]
    return (f"Over the measures and the prefixes below full size, {len(intervals)} in all, the ordinary twin through the PCA of the documents is ahead of the"
            f" Matryoshka twin as it is in {ahead}, behind in {behind}, and undecided in {len(intervals) - ahead - behind}; the Matryoshka twin through its own"
            f" PCA is ahead of itself as it is in {sum(low > 0 for low, _ in both)} and behind in {sum(high < 0 for _, high in both)}.")


def lead_table(results: dict) -> str:
    """For each rival and measure the difference with its interval, at the prefixes that are to be ahead."""
    shown = [(i, d) for i, d in enumerate(results["dimensions"]) if d <= 64 or d == results["dimensions"][-1]]
    ours = results["figures"]["matryoshka"]
    rows = []
    for rival, intervals in results["leads"].items():
        for name in SHORT_NAMES:
            cells = []
            for i, _ in shown:
                low, high = intervals[name][i]
                cells.append(f"{ours[name][i] - results['figures'][rival][name][i]:+.3f} ({low:+.3f} to {high:+.3f})")
            rows.append([MODELS[rival], SHORT_NAMES[name], *cells])
    return markdown_table(["against", "measure", *(str(d) for _, d in shown)], rows)


def agreement_table(variants: dict) -> str:
    """File size, speed and agreement with float32 of each way to store the weights."""
    rows = []
    for name, title in VARIANTS.items():
        entry = variants[name]
        row = [title, f"{entry['bytes'] / 1e6:.1f} MB", f"{entry['milliseconds']:.1f} ms"]
        if "changes" in entry:
            worst = max(entry["changes"], key=entry["changes"].get)
            row += [f"{entry['mean_cosine']:.4f}", f"{entry['least_cosine']:.4f}",
                    f"{figure(entry['changes'][worst])} ({SHORT_NAMES[worst]})", f"{entry['texts']:,}"]
        else:
            row += [""] * 4
        rows.append(row)
    return markdown_table(["file", "size", "time", "mean cosine", "least cosine", "largest change", "texts"], rows)
