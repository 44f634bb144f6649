package org.matryoscope.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.matryoscope.vector.ChosenRows;
import org.matryoscope.vector.VectorStore;

/**
 * A search in steps: the first ranks all documents by a short prefix, each further one ranks again what is left by a longer
 * one. Two steps are the adaptive retrieval of Kusupati et al. (2022), more its funnel.
 *
 * @param steps at least one; none stands for no search
 */
public record Funnel(List<SearchStep> steps) {
    /** Stands for D in a step written before D is known. */
    public static final int FULL = Integer.MAX_VALUE;

    private static final String FULL_WORD = "full";
    private static final String STEP = "(" + FULL_WORD + "|[1-9][0-9]{0,6})(:[1-9][0-9]{0,6})?";

    /** Copies the list. */
    public Funnel {
        steps = List.copyOf(steps);
    }

    /** Search by one prefix. */
    public static Funnel single(int d, int keep) {
        return new Funnel(List.of(new SearchStep(d, keep)));
    }

    /** Search by one prefix, of which a shortlist is ranked again by a longer one. */
    public static Funnel twoStage(int first, int shortlist, int rerank, int keep) {
        return new Funnel(List.of(new SearchStep(first, shortlist), new SearchStep(rerank, keep)));
    }

    /**
     * Reads steps as they are written: "16:200,32:100,full", each a prefix and how many are kept; the last keeps as many as are
     * wanted in the end.
     *
     * @param text what was written
     * @throws IllegalArgumentException if it is not written so, or a step does not follow on the one before
     */
    public static Funnel parse(String text) {
        if (!text.matches(STEP + "(," + STEP + ")*")) {
            throw new IllegalArgumentException(
                    "write steps such as 16:200,64:50,full: a prefix length and how many are kept");
        }
        List<SearchStep> steps = new ArrayList<>();
        for (String step : text.split(",", -1)) {
            String[] parts = step.split(":", -1);
            steps.add(new SearchStep(parts[0].equals(FULL_WORD) ? FULL : Integer.parseInt(parts[0]),
                    parts.length == 1 ? FULL : Integer.parseInt(parts[1])));
        }
        for (int i = 1; i < steps.size(); i++) {
            SearchStep before = steps.get(i - 1);
            if (before.keep() == FULL || steps.get(i).d() <= before.d()
                    || (steps.get(i).keep() != FULL && steps.get(i).keep() > before.keep())) {
                throw new IllegalArgumentException(
                        "let each step have a longer prefix than the one before, and keep no more than it");
            }
        }
        return new Funnel(steps);
    }

    /** Returns it as {@link #parse} reads it. */
    public String written() {
        return steps.stream()
                .map(step -> (step.d() == FULL ? FULL_WORD : Integer.toString(step.d()))
                        + (step.keep() == FULL ? "" : ":" + step.keep()))
                .collect(Collectors.joining(","));
    }

    /** Returns it for reading: "16 → 200, 384 → 10". */
    public String inWords() {
        return steps.stream().map(step -> step.d() + " → " + step.keep()).collect(Collectors.joining(", "));
    }

    /**
     * Fits it to vectors: prefixes are cut to D, of steps that become equal the last is left, each step keeps at least the k
     * that are wanted and the last just these.
     *
     * @param dimension D
     * @param documents how many there are
     * @param k how many are wanted in the end
     */
    public Funnel fitted(int dimension, int documents, int k) {
        List<SearchStep> fitted = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            int d = Math.min(dimension, steps.get(i).d());
            int keep = i == steps.size() - 1 ? k : Math.clamp(steps.get(i).keep(), k, Math.max(k, documents));
            if (!fitted.isEmpty() && fitted.getLast().d() == d) {
                fitted.removeLast();
            }
            fitted.add(new SearchStep(d, keep));
        }
        return new Funnel(fitted);
    }

    /** Returns the first step. */
    public SearchStep first() {
        return steps.getFirst();
    }

    /** Returns the multiply-adds of a query after the first step: what each step keeps is ranked by the next one's prefix. */
    public double rerankingMultiplyAdds() {
        return IntStream.range(1, steps.size())
                .mapToDouble(i -> (double) steps.get(i - 1).keep() * steps.get(i).d())
                .sum();
    }

    /**
     * Returns the multiply-adds of a query where the first step looks at every document: N·Ds + K·Dr for two steps.
     *
     * @param documents N
     */
    public double multiplyAdds(int documents) {
        return (double) documents * first().d() + rerankingMultiplyAdds();
    }

    /**
     * Takes the steps after the first.
     *
     * @param store the documents
     * @param query D entries
     * @param shortlist what the first step kept, best first
     * @return what the last step keeps, best first
     */
    public int[] rerank(VectorStore store, float[] query, int[] shortlist) {
        int[] left = shortlist;
        for (SearchStep step : steps.subList(1, steps.size())) {
            left = ChosenRows.best(left, ChosenRows.cosines(store, query, left, step.d()), left.length, step.keep());
        }
        return left;
    }
}
