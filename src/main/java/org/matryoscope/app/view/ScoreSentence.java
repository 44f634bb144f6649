package org.matryoscope.app.view;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.matryoscope.app.view.ShownDocument.Judgement;
import org.matryoscope.base.Numbers;
import org.matryoscope.study.ScoreCurves;

/** Says what is seen in curves of scores. */
final class ScoreSentence {
    private ScoreSentence() {
    }

    static String of(ScoreAnswer answer) {
        if (answer.documents().isEmpty()) {
            return "No document to show.";
        }
        if (!answer.renormalised()) {
            return withoutNorm(answer);
        }
        StringBuilder words = new StringBuilder();
        answer.cosines().forEach((side, curves) -> {
            String who = answer.cosines().both() ? "Model " + side + ": " : "";
            words.append(who).append(cosines(answer.documents(), curves, !who.isEmpty())).append(' ');
        });
        return words.toString().strip();
    }

    private static String cosines(List<ShownDocument> documents, ScoreCurves curves, boolean continued) {
        List<Integer> relevant = indices(documents, Judgement.RELEVANT);
        List<Integer> other = indices(documents, Judgement.NOT_RELEVANT);
        String text = relevant.isEmpty() || other.isEmpty()
                ? order(documents, curves.score())
                : separation(documents, curves.score(), relevant, other);
        return continued ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** From which prefix on all relevant documents stay above all others. */
    private static String separation(List<ShownDocument> documents, float[][] score, List<Integer> relevant,
            List<Integer> other) {
        int dimension = score[0].length;
        OptionalInt failing = IntStream.iterate(dimension, d -> d >= 1, d -> d - 1)
                .filter(d -> lowest(score, relevant, d) <= highest(score, other, d))
                .findFirst();
        String moved = String.format(
                "from d = %d to %d the gap between the lowest relevant and the highest other score goes"
                        + " from %s to %s.",
                Math.min(8, dimension), dimension, gap(score, relevant, other, Math.min(8, dimension)),
                gap(score, relevant, other, dimension));
        if (failing.isEmpty()) {
            return "every relevant text scores above every other one at all " + dimension + " prefixes; " + moved;
        }
        int d = failing.getAsInt();
        int low = relevant.stream().min(Comparator.comparingDouble(i -> score[i][d - 1])).orElseThrow();
        int high = other.stream().max(Comparator.comparingDouble(i -> score[i][d - 1])).orElseThrow();
        String crossing = documents.get(high).quoted() + " (not relevant, " + Numbers.fixed(score[high][d - 1])
                + ") is not below " + documents.get(low).quoted() + " (relevant, " + Numbers.fixed(score[low][d - 1])
                + ")";
        return d == dimension
                ? "even at full size " + crossing + ", so no prefix is to blame; " + moved
                : "the relevant texts score above the others from d = " + (d + 1) + " on; at d = " + d + " " + crossing
                        + "; " + moved;
    }

    /** From which prefix on the documents keep their order, and how far their scores move. */
    private static String order(List<ShownDocument> documents, float[][] score) {
        int dimension = score[0].length;
        int[] full = orderAt(score, dimension);
        int kept = dimension;
        while (kept > 1 && Arrays.equals(full, orderAt(score, kept - 1))) {
            kept--;
        }
        int eighth = Math.max(1, dimension / 8);
        int most = IntStream.range(0, score.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> Math.abs(score[i][eighth - 1] - score[i][dimension - 1])))
                .orElseThrow();
        String movement = String.format(
                "between an eighth of the dimensions (%d) and all %d the score that moves most is that of %s, from %s to %s.",
                eighth, dimension, documents.get(most).quoted(), Numbers.fixed(score[most][eighth - 1]),
                Numbers.fixed(score[most][dimension - 1]));
        return documents.size() == 1
                ? movement
                : (kept == 1
                        ? "these " + documents.size() + " texts have the same order at every prefix; "
                        : "these " + documents.size() + " texts have their final order from d = " + kept + " on; ")
                        + movement;
    }

    private static String withoutNorm(ScoreAnswer answer) {
        float[][] dot = answer.scores().a().score();
        float[][] cosine = answer.cosines().a().score();
        int dimension = answer.dimension();
        int eighth = Math.max(1, dimension / 8);
        int best = orderAt(cosine, dimension)[0];
        long differing = IntStream.rangeClosed(1, dimension)
                .filter(d -> !Arrays.equals(orderAt(dot, d), orderAt(cosine, d)))
                .count();
        return String.format(
                "Without re-normalising, a score holds the lengths of the cut vectors too: with an eighth of the dimensions (%d) %s scores"
                        + " %s, though its cosine is %s, and scores of different d cannot be compared. At %d of %d prefixes these"
                        + " texts stand in another order than by cosine.",
                eighth, answer.documents().get(best).quoted(), Numbers.fixed(dot[best][eighth - 1]),
                Numbers.fixed(cosine[best][eighth - 1]), differing, dimension);
    }

    private static int[] orderAt(float[][] score, int d) {
        return IntStream.range(0, score.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -score[i][d - 1]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static String gap(float[][] score, List<Integer> relevant, List<Integer> other, int d) {
        return Numbers.fixed(lowest(score, relevant, d) - highest(score, other, d));
    }

    private static double lowest(float[][] score, List<Integer> of, int d) {
        return of.stream().mapToDouble(i -> score[i][d - 1]).min().orElseThrow();
    }

    private static double highest(float[][] score, List<Integer> of, int d) {
        return of.stream().mapToDouble(i -> score[i][d - 1]).max().orElseThrow();
    }

    private static List<Integer> indices(List<ShownDocument> documents, Judgement judgement) {
        return IntStream.range(0, documents.size())
                .filter(i -> documents.get(i).judgement() == judgement)
                .boxed()
                .toList();
    }

}
