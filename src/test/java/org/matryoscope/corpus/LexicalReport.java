package org.matryoscope.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much the texts of a corpus share, word for word.
 *
 * @param corpus the corpus's name
 * @param closest the pair of texts that share most of their word 3-grams
 * @param levels by label level, mean overlap of content words of pairs within a class and between classes
 * @param leaks "level: label (word)" where the word stands in every text of the class
 */
record LexicalReport(String corpus, Pair closest, List<Level> levels, List<String> leaks) {
    private static final int CONTENT_WORD = 4;

    record Pair(String first, String second, double overlap) {}

    record Level(String name, double within, double between) {}

    static LexicalReport of(Corpus corpus) {
        List<Set<String>> words = corpus.documents().stream().map(each -> contentWords(each.text())).toList();
        List<Level> levels = IntStream.range(0, corpus.levels().size())
                .mapToObj(level -> level(corpus, level, words))
                .toList();
        return new LexicalReport(corpus.name(), closest(corpus), levels, leaks(corpus, words));
    }

    String markdown() {
        String rows = levels.stream()
                .map(level -> String.format(Locale.ROOT, "| %s | %.4f | %.4f |%n", level.name(), level.within(),
                        level.between()))
                .collect(Collectors.joining());
        return String.format(Locale.ROOT,
                "# %s%n%nClosest pair by word 3-grams (Jaccard): %.3f, %s and %s%n%nLabels that leak into every text: %s%n%n"
                        + "Mean Jaccard overlap of content words of a pair of texts:%n%n| level | within a class | between classes |%n|---|---|---|%n%s",
                corpus, closest.overlap(), closest.first(), closest.second(), leaks.isEmpty() ? "none" : leaks, rows);
    }

    private static Pair closest(Corpus corpus) {
        List<Set<String>> grams = corpus.documents().stream().map(each -> trigrams(each.text())).toList();
        Pair closest = new Pair("", "", 0);
        for (int i = 0; i < grams.size(); i++) {
            for (int j = 0; j < i; j++) {
                double overlap = jaccard(grams.get(i), grams.get(j));
                if (overlap > closest.overlap()) {
                    closest = new Pair(corpus.documents().get(j).id(), corpus.documents().get(i).id(), overlap);
                }
            }
        }
        return closest;
    }

    private static Level level(Corpus corpus, int level, List<Set<String>> words) {
        double[] sum = new double[2];
        int[] pairs = new int[2];
        for (int i = 0; i < words.size(); i++) {
            for (int j = 0; j < i; j++) {
                int same = path(corpus, i, level).equals(path(corpus, j, level)) ? 0 : 1;
                sum[same] += jaccard(words.get(i), words.get(j));
                pairs[same]++;
            }
        }
        return new Level(corpus.levels().get(level), sum[0] / Math.max(pairs[0], 1), sum[1] / Math.max(pairs[1], 1));
    }

    private static List<String> leaks(Corpus corpus, List<Set<String>> words) {
        List<String> leaks = new ArrayList<>();
        for (int level = 0; level < corpus.levels().size(); level++) {
            int at = level;
            Map<List<String>, List<Integer>> classes = IntStream.range(0, words.size())
                    .boxed()
                    .collect(Collectors.groupingBy(row -> path(corpus, row, at)));
            classes.forEach((path, rows) -> contentWords(path.getLast()).stream()
                    .filter(word -> rows.stream().allMatch(row -> words.get(row).contains(word)))
                    .forEach(word -> leaks.add(corpus.levels().get(at) + ": " + path.getLast() + " (" + word + ")")));
        }
        return leaks;
    }

    private static List<String> path(Corpus corpus, int row, int level) {
        return corpus.documents().get(row).labels().subList(0, level + 1);
    }

    private static Set<String> contentWords(String text) {
        return words(text).filter(word -> word.length() >= CONTENT_WORD).collect(Collectors.toSet());
    }

    private static Set<String> trigrams(String text) {
        List<String> words = words(text).toList();
        return IntStream.range(0, Math.max(0, words.size() - 2))
                .mapToObj(i -> String.join(" ", words.subList(i, i + 3)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty());
    }

    private static double jaccard(Set<String> first, Set<String> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return (double) common / (first.size() + second.size() - common);
    }
}
