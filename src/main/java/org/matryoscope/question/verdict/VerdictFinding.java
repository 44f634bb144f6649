package org.matryoscope.question.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.Fingerprint;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.levels.LevelCurve;
import org.matryoscope.question.stages.StagesAnswer;
import org.matryoscope.question.stages.StagesQuestion;
import org.matryoscope.question.storage.StorageAnswer;
import org.matryoscope.question.storage.StorageCurves;
import org.matryoscope.retrieval.StoredVectors;

/** Says what to store, and then, a sentence each, what that rests on and how sure it is. */
final class VerdictFinding {
    /** Where the ends of an interval of prefixes are further apart than this, it says little. */
    private static final double WIDE = 1.5;

    private VerdictFinding() {
    }

    static Finding of(VerdictAnswer answer, Choices choices) {
        double kept = choices.get(VerdictQuestion.KEPT);
        Finding.Builder finding = Finding.say();
        Recommendation recommended = answer.recommendation(choices).orElse(null);
        if (recommended == null || answer.storage() == null) {
            sayKept(finding, answer, kept);
        } else {
            sayStored(finding, answer, recommended, full(answer.storage(), recommended.contender()), kept);
        }
        sentences(answer, choices).forEach(finding::detail);
        return finding.build();
    }

    private static void sayKept(Finding.Builder finding, VerdictAnswer answer, double kept) {
        KeptMeasure first = answer.deciding(0);
        finding.contender(answer.asking(), 0)
                .words(" keeps " + Numbers.percent(kept) + " of its " + first.name() + " from ")
                .value(Integer.toString(first.smallest(kept).d()))
                .words(" of " + first.dimension() + " dimensions on");
        if (answer.asking().several()) {
            finding.words("; ")
                    .contender(answer.asking(), 1)
                    .words(" from ")
                    .value(Integer.toString(answer.deciding(1).smallest(kept).d()));
        }
        finding.words(".");
    }

    private static void sayStored(Finding.Builder finding, VerdictAnswer answer, Recommendation recommended,
            StoredVectors full, double kept) {
        StoredVectors stored = recommended.stored();
        String measure = answer.deciding(recommended.contender()).name();
        finding.words("Store ").contender(answer.asking(), recommended.contender());
        if (stored.equals(full)) {
            finding.words(" whole: nothing smaller keeps ")
                    .value(Numbers.percent(kept))
                    .words(" of its " + measure + ".");
        } else {
            finding.words(" as ")
                    .value(stored.format().label() + " at d = " + stored.d())
                    .words(": " + Numbers.percent(kept) + (answer.quality() == null ? " of " : " of the best ")
                            + measure + " in ")
                    .value(Numbers.bytes(stored.bytesPerVector()))
                    .words(" a text instead of " + Numbers.bytes(full.bytesPerVector()) + ".");
        }
    }

    private static StoredVectors full(StorageAnswer storage, int contender) {
        StorageCurves curves = storage.curves().get(contender);
        return new StoredVectors(curves.given(), curves.dimension());
    }

    private static List<String> sentences(VerdictAnswer answer, Choices choices) {
        double kept = choices.get(VerdictQuestion.KEPT);
        Asking asking = answer.asking();
        List<String> sentences = new ArrayList<>();
        asking.indices().forEach(i -> answer.kept(i).forEach(measure -> sentences.add(kept(answer, i, measure, kept))));
        asking.indices().forEach(i -> sentences.add(trained(answer, i)));
        asking.indices().forEach(i -> sentences.add(pca(answer, i, kept)));
        asking.indices().forEach(i -> sentences.add(levels(answer, i)));
        StagesAnswer stages = answer.stages();
        if (stages != null) {
            sentences.add("Two stages: " + stages.finding(choices.with(StagesQuestion.RECALL, kept)).text());
        }
        asking.indices().forEach(i -> sentences.add(thin(answer, i, kept)));
        sentences.add(
                "Agreement with full is not quality: a ranking can change and get better. Bytes are those of the vectors alone.");
        return sentences;
    }

    /** Says, short, from which prefix on each contender agrees with full, and where that decides what it rests on. */
    static List<String> agreement(VerdictAnswer answer, double kept) {
        List<String> sentences = new ArrayList<>(List.of(together(answer, answer.agreement(), kept)));
        if (answer.quality() == null) {
            sentences.addAll(decisive(answer, kept));
        }
        return sentences;
    }

    /** Says, short, from which prefix on each contender keeps its quality, and what that rests on. */
    static List<String> quality(VerdictAnswer answer, double kept) {
        List<String> sentences = new ArrayList<>(
                List.of(together(answer, answer.measured().indices().mapToObj(answer::deciding).toList(), kept)));
        sentences.addAll(decisive(answer, kept));
        return sentences;
    }

    private static List<String> decisive(VerdictAnswer answer, double kept) {
        return Stream
                .concat(answer.asking().indices().mapToObj(i -> pca(answer, i, kept)),
                        answer.asking().indices().mapToObj(i -> thin(answer, i, kept)))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String together(VerdictAnswer answer, List<KeptMeasure> measures, double kept) {
        String each = answer.asking().indices().mapToObj(i -> {
            KeptMeasure.Smallest smallest = measures.get(i).smallest(kept);
            return answer.asking().contenders().get(i).name() + " from " + smallest.d() + " (" + smallest.low() + " to "
                    + smallest.high() + ")";
        }).collect(Collectors.joining("; "));
        return Numbers.percent(kept) + " of " + measures.getFirst().name() + " is kept by " + each + " dimensions on.";
    }

    /** Says from which prefix on a contender keeps a share. */
    static String kept(VerdictAnswer answer, int contender, KeptMeasure measure, double kept) {
        KeptMeasure.Smallest smallest = measure.smallest(kept);
        return "%s keeps %s of its %s from %d of %d dimensions on (95 %% interval %d to %d, %s queries).".formatted(
                answer.measured().contenders().get(contender).name(), Numbers.percent(kept), measure.name(),
                smallest.d(), measure.dimension(), smallest.low(), smallest.high(), Numbers.whole(measure.queries()));
    }

    private static String trained(VerdictAnswer answer, int contender) {
        if (answer.fingerprint() == null) {
            return "";
        }
        String name = answer.asking().contenders().get(contender).name();
        Fingerprint found = answer.fingerprint().found().get(contender);
        return switch (found.kind()) {
            case STEPS -> name + " looks trained for this: its variance steps down at "
                    + answer.trainedAtPrefixes(contender)
                            .stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "))
                    + ".";
            case SORTED -> name + " has its dimensions sorted by variance, as a PCA leaves them.";
            case NONE -> name + " does not look trained for this: its variance shows no step.";
        };
    }

    private static String pca(VerdictAnswer answer, int contender, double kept) {
        return answer.pcaOf(contender).map(i -> {
            KeptMeasure.Smallest own = answer.deciding(contender).smallest(kept);
            KeptMeasure.Smallest pca = answer.deciding(i).smallest(kept);
            String name = answer.asking().contenders().get(contender).name();
            String sure = pca.high() < own.low() || own.high() < pca.low() ? "" : ", though the intervals overlap";
            return pca.d() == own.d()
                    ? "A PCA of these texts changes nothing for %s: %d (%d to %d).".formatted(name, pca.d(), pca.low(),
                            pca.high())
                    : "Through a PCA of these texts %s needs %d (%d to %d) instead of %d%s.".formatted(name, pca.d(),
                            pca.low(), pca.high(), own.d(), sure);
        }).orElse("");
    }

    private static String levels(VerdictAnswer answer, int contender) {
        if (answer.levels() == null) {
            return "";
        }
        return answer.asking().contenders().get(contender).name() + " resolves "
                + answer.levels()
                        .measured()
                        .get(contender)
                        .curves()
                        .stream()
                        .map((LevelCurve level) -> level.name() + " at " + level.resolvedAt())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** An interval of a mean over n queries narrows with √n, so half of it takes four times as many. */
    private static String thin(VerdictAnswer answer, int contender, double kept) {
        KeptMeasure measure = answer.deciding(contender);
        KeptMeasure.Smallest smallest = measure.smallest(kept);
        return smallest.high() <= WIDE * smallest.low()
                ? ""
                : "%s queries leave %s open between %d and %d; about %s would halve that.".formatted(
                        Numbers.whole(measure.queries()), answer.asking().contenders().get(contender).name(),
                        smallest.low(), smallest.high(), Numbers.whole(4.0 * measure.queries()));
    }
}
