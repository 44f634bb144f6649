package org.matryoscope.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The table of targets: what was measured, beside the same work in numpy and faiss. */
final class TargetTable {
    private static final String STEP = "step of 8 dimensions with its top 100";

    private final Sizes sizes;
    private final List<Figure> figures;
    private final Compared compared;

    TargetTable(Sizes sizes, List<Figure> figures, Compared compared) {
        this.sizes = sizes;
        this.figures = figures;
        this.compared = compared;
    }

    /** Returns it in Markdown. */
    String markdown() {
        String floats = size(sizes.rows(), sizes.dimension(), "float32");
        String bytes = size(sizes.int8Rows(), sizes.int8Dimension(), "int8");
        StringBuilder table = new StringBuilder("""
                | what | vectors | target | measured | met | numpy | faiss |
                |---|---|---|---|---|---|---|
                """);
        time(table, STEP, floats, 6, figure("stepWithTop100", sizes.rows(), ""), compared.time("numpy top 100 float32"),
                indexed("float32"));
        time(table, "such a step with the full ranking and every row's move", floats, 40,
                figure("stepWithMoves", sizes.rows(), ""), compared.time("numpy moves float32"),
                compared.time("faiss moves float32") + " (ranking alone)");
        time(table,
                "overlap@10, RBO, Kendall's τ-b and Spearman's ρ with the full ranking at all " + sizes.dimension()
                        + " prefixes (τ and ρ from 20,000 rows)",
                floats, 2000, figure("agreementCurve", sizes.rows(), ""),
                compared.time("numpy agreement curve float32"), "—");
        time(table, "overlap@10 alone at all prefixes", floats, Double.NaN, figure("overlapCurve", sizes.rows(), ""),
                compared.time("numpy overlap curve float32"),
                "about " + compared.time("faiss overlap curve float32") + ", from 6 prefixes");
        time(table,
                "overlap@10 and RBO at 48 prefixes in the mean over 50 queries (one query after the other, without them: "
                        + Compared.milliseconds(figure("oneByOne", sizes.rows(), "").mean()) + ")",
                size(sizes.rows(), sizes.dimension() / 2, "float32"), 6000, figure("withAgreement", sizes.rows(), ""),
                compared.time("numpy many queries float32"), "");
        time(table, "fitting a PCA", floats, 20_000, figure("fitPca", sizes.rows(), ""),
                compared.time("numpy pca float32"), "");
        time(table, "mapping all vectors through a rotation", floats, 15_000, figure("apply", sizes.rows(), ""),
                compared.time("numpy rotated float32"), "");
        memory(table, floats);
        time(table, STEP, bytes, 16, figure("stepWithTop100", sizes.int8Rows(), ""),
                compared.time("numpy top 100 int8"), indexed("int8"));
        imported(table, floats, PageCache.WARM, "in the system's memory");
        imported(table, floats, PageCache.COLD, "not in the system's memory");
        time(table, "opening an imported file again", floats, Double.NaN, figure("openAgain", sizes.rows(), ""), "",
                "");
        return table.toString();
    }

    /** Returns the bytes that plain reading moves in a second. */
    double readBandwidth() {
        return figure("read", 0, "").bytesPerSecond().orElse(Double.NaN);
    }

    private static String size(int rows, int dimension, String format) {
        return String.format(Locale.ROOT, "%,d × %d %s", rows, dimension, format);
    }

    private String indexed(String format) {
        return compared.time("faiss top 100 " + format) + " after " + compared.time("faiss index " + format)
                + " for an index of that prefix";
    }

    private void time(StringBuilder table, String what, String size, double target, Figure figure, String numpy,
            String faiss) {
        OptionalDouble moved = figure.bytesPerSecond();
        String share = moved.isEmpty()
                ? ""
                : String.format(Locale.ROOT, ", %.0f %% of read bandwidth",
                        100 * moved.getAsDouble() / readBandwidth());
        row(table, what, size, Double.isNaN(target) ? "" : "≤ " + Compared.milliseconds(target),
                Compared.milliseconds(figure.mean()) + " (best " + Compared.milliseconds(figure.best()) + share + ")",
                met(target, figure.mean() <= target), numpy, faiss);
    }

    private void memory(StringBuilder table, String size) {
        Figure figure = figure("everything", sizes.rows(), "");
        double vectors = (double) sizes.rows() * sizes.dimension() * Float.BYTES;
        double now = figure.secondary(ResidentMemory.NOW) / vectors;
        row(table, "memory of the whole process after all of the above, with a heap of 256 MB", size,
                "≤ 1.10 × the vectors",
                String.format(Locale.ROOT, "%.2f × (at its peak %.2f ×)", now,
                        figure.secondary(ResidentMemory.PEAK) / vectors),
                met(1.1, now <= 1.1), share("numpy memory float32"), share("faiss memory float32"));
    }

    private void imported(StringBuilder table, String size, PageCache cache, String where) {
        Figure copy = figure("cp", sizes.rows(), cache.name());
        Figure imported = figure("importNpy", sizes.rows(), cache.name());
        double speed = copy.mean() / imported.mean();
        double gigabytes = (double) sizes.rows() * sizes.dimension() * Float.BYTES / 1e9;
        row(table, String.format(Locale.ROOT, "import of an .npy file of %.1f GB that lies %s", gigabytes, where), size,
                "≥ 50 % of cp's speed",
                String.format(Locale.ROOT, "%.0f %% (%s; cp %s)", 100 * speed, Compared.milliseconds(imported.mean()),
                        Compared.milliseconds(copy.mean())),
                met(0.5, speed >= 0.5), cache == PageCache.WARM ? compared.time("numpy import float32") : "",
                cache == PageCache.WARM ? compared.time("faiss import float32") : "");
    }

    private String share(String row) {
        OptionalDouble mean = compared.mean(row);
        return mean.isPresent() ? String.format(Locale.ROOT, "%.2f ×", mean.getAsDouble()) : "not run";
    }

    private static String met(double target, boolean met) {
        return Double.isNaN(target) ? "" : met ? "yes" : "no";
    }

    private static void row(StringBuilder table, String... cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private Figure figure(String name, int rows, String cache) {
        return figures.stream()
                .filter(each -> each.name().equals(name) && each.rows() == rows && each.cache().equals(cache))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the benchmark " + name + " gave no result"));
    }
}
