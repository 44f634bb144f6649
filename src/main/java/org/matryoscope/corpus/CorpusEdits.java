package org.matryoscope.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.matryoscope.base.Problem;

/** Changes of a corpus; each returns a new one, so that what was computed on the old one stays valid. */
public final class CorpusEdits {
    private CorpusEdits() {
    }

    /**
     * Replaces a document's text.
     *
     * @throws Problem if the text is blank
     */
    public static Corpus text(Corpus corpus, int row, String text) {
        if (text.isBlank()) {
            throw new Problem("document " + corpus.documents().get(row).id(), "it would hold no text",
                    "Type a text, or remove the document.");
        }
        List<Document> documents = new ArrayList<>(corpus.documents());
        Document old = documents.get(row);
        documents.set(row, new Document(old.id(), text.strip(), old.labels()));
        return with(corpus, corpus.levels(), documents, corpus.queries());
    }

    /** Adds texts at the end, without labels; blank ones are passed over, ids are numbers not yet in use. */
    public static Corpus add(Corpus corpus, List<String> texts) {
        List<Document> documents = new ArrayList<>(corpus.documents());
        Set<String> taken = new HashSet<>(documents.stream().map(Document::id).toList());
        int number = documents.size();
        for (String text : texts.stream().filter(each -> !each.isBlank()).toList()) {
            do {
                number++;
            } while (!taken.add(Integer.toString(number)));
            documents.add(new Document(Integer.toString(number), text.strip(),
                    List.copyOf(Collections.nCopies(corpus.levels().size(), ""))));
        }
        return with(corpus, corpus.levels(), documents, corpus.queries());
    }

    /**
     * Removes documents; judgements on them go too, and queries left without a relevant document.
     *
     * @throws Problem if no document would be left
     */
    public static Corpus remove(Corpus corpus, Set<Integer> rows) {
        int[] kept = IntStream.range(0, corpus.documents().size()).filter(row -> !rows.contains(row)).toArray();
        if (kept.length == 0) {
            throw new Problem(corpus.name(), "no document would be left", "Keep at least one.");
        }
        Map<Integer, Integer> moved = new HashMap<>();
        for (int i = 0; i < kept.length; i++) {
            moved.put(kept[i], i);
        }
        List<JudgedQuery> queries = corpus.queries()
                .stream()
                .map(query -> new JudgedQuery(query.id(), query.text(), moved(query.grades(), moved)))
                .filter(query -> query.grades().values().stream().anyMatch(grade -> grade > 0))
                .toList();
        List<Document> documents = IntStream.of(kept).mapToObj(corpus.documents()::get).toList();
        return with(corpus, corpus.levels(), documents, queries);
    }

    /**
     * Adds a label level, finer than those there are; every document starts without a label at it.
     *
     * @throws Problem if the name is blank or taken
     */
    public static Corpus addLevel(Corpus corpus, String name) {
        if (name.isBlank() || corpus.levels().contains(name.strip())) {
            throw new Problem("label level",
                    name.isBlank() ? "it has no name" : "“" + name.strip() + "” is there already",
                    "Type another name.");
        }
        List<Document> documents = corpus.documents()
                .stream()
                .map(document -> new Document(document.id(), document.text(), appended(document.labels(), "")))
                .toList();
        return with(corpus, appended(corpus.levels(), name.strip()), documents, corpus.queries());
    }

    /** Labels documents at a level (its index, coarse to fine); "" takes the label away. */
    public static Corpus label(Corpus corpus, Set<Integer> rows, int level, String label) {
        List<Document> documents = new ArrayList<>(corpus.documents());
        for (int row : rows) {
            List<String> labels = new ArrayList<>(documents.get(row).labels());
            labels.set(level, label.strip());
            documents.set(row, new Document(documents.get(row).id(), documents.get(row).text(), List.copyOf(labels)));
        }
        return with(corpus, corpus.levels(), documents, corpus.queries());
    }

    private static Corpus with(Corpus corpus, List<String> levels, List<Document> documents,
            List<JudgedQuery> queries) {
        // Rows of pairs hold only while every text stays where it was.
        boolean moved = documents.size() < corpus.documents().size();
        return new Corpus(corpus.name(), corpus.description(), List.copyOf(levels), List.copyOf(documents), queries,
                moved ? List.of() : corpus.pairs());
    }

    private static Map<Integer, Integer> moved(Map<Integer, Integer> grades, Map<Integer, Integer> moved) {
        Map<Integer, Integer> result = new HashMap<>();
        grades.forEach((row, grade) -> {
            Integer now = moved.get(row);
            if (now != null) {
                result.put(now, grade);
            }
        });
        return Map.copyOf(result);
    }

    private static List<String> appended(List<String> list, String last) {
        List<String> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }
}
