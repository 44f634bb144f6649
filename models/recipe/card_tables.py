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
    "matryoshka": "Matryoshka twin",
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
        for name, title in MEASURES.items())


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
