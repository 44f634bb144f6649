package org.matryoscope.question.scores;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Finding;
import org.matryoscope.question.ShownDocument;
import org.matryoscope.question.ShownDocument.Judgement;

/** Says what is seen in curves of scores. */
final class ScoresFinding {
    private ScoresFinding() {
    }

    static Finding of(ScoresAnswer answer) {
        Finding.Builder finding = Finding.say();
        if (!answer.renormalised()) {
            return withoutNorm(answer, finding).build();
        }
        List<Integer> relevant = indices(answer.documents(), Judgement.RELEVANT);
        List<Integer> other = indices(answer.documents(), Judgement.NOT_RELEVANT);
        boolean judged = !relevant.isEmpty() && !other.isEmpty();
        finding.words(judged ? "Relevant texts stay above the others: " : "These texts keep their final order: ");
        for (int i = 0; i < Math.min(2, answer.contenders().size()); i++) {
            float[][] score = answer.contenders().get(i).cosines().score();
            int from = judged ? separatedFrom(score, relevant, other) : orderedFrom(score);
            finding.words(i == 0 ? "" : "; ").contender(answer.asking(), i);
            if (from > score[0].length) {
                finding.words(" at no prefix, not even the full");
            } else {
                finding.words(" from d = ").value(Integer.toString(from)).words(" on");
            }
        }
        finding.words(".");
        answer.asking().indices().forEach(i -> {
            float[][] score = answer.contenders().get(i).cosines().score();
            String text = judged
                    ? separation(answer.documents(), score, relevant, other)
                    : order(answer.documents(), score);
            finding.detail(answer.asking().led(i, text));
        });
        return finding.build();
    }

    /** The least d from which on every relevant document scores above every other; D + 1 where it does not even at D. */
    private static int separatedFrom(float[][] score, List<Integer> relevant, List<Integer> other) {
        int d = score[0].length;
        while (d >= 1 && lowest(score, relevant, d) > highest(score, other, d)) {
            d--;
        }
        return d + 1;
    }

    private static int orderedFrom(float[][] score) {
        int[] full = orderAt(score, score[0].length);
        int kept = score[0].length;
        while (kept > 1 && Arrays.equals(full, orderAt(score, kept - 1))) {
            kept--;
        }
        return kept;
    }

    /** From which prefix on all relevant documents stay above all others. */
    private static String separation(List<ShownDocument> documents, float[][] score, List<Integer> relevant,
            List<Integer> other) {
        int dimension = score[0].length;
        int d = separatedFrom(score, relevant, other) - 1;
        String moved = String.format(
                "from d = %d to %d the gap between the lowest relevant and the highest other score goes"
                        + " from %s to %s.",
                Math.min(8, dimension), dimension, gap(score, relevant, other, Math.min(8, dimension)),
                gap(score, relevant, other, dimension));
        if (d == 0) {
            return "every relevant text scores above every other one at all " + dimension + " prefixes; " + moved;
        }
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
        int kept = orderedFrom(score);
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

    private static Finding.Builder withoutNorm(ScoresAnswer answer, Finding.Builder finding) {
        float[][] dot = answer.contenders().getFirst().scores().score();
        float[][] cosine = answer.contenders().getFirst().cosines().score();
        int dimension = dot[0].length;
        int eighth = Math.max(1, dimension / 8);
        int best = orderAt(cosine, dimension)[0];
        long differing = IntStream.rangeClosed(1, dimension)
                .filter(d -> !Arrays.equals(orderAt(dot, d), orderAt(cosine, d)))
                .count();
        return finding.words("Without re-normalising, ")
                .contender(answer.asking(), 0)
                .words(" orders these texts otherwise than by cosine at ")
                .value(Long.toString(differing))
                .words(" of " + dimension + " prefixes.")
                .detail(String.format(
                        "Without re-normalising, a score holds the lengths of the cut vectors too: with an eighth of the dimensions (%d) %s scores"
                                + " %s, though its cosine is %s, and scores of different d cannot be compared.",
                        eighth, answer.documents().get(best).quoted(), Numbers.fixed(dot[best][eighth - 1]),
                        Numbers.fixed(cosine[best][eighth - 1])));
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
