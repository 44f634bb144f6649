package org.matryoscope.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * A corpus kept as a folder: {@code corpus.json} with its name, description and levels; {@code documents.jsonl} with id, text
 * and labels a line; {@code queries.jsonl} with id, text and relevance (document id → grade) a line, if there are any.
 */
public final class CorpusFolder {
    private static final String HEADER = "corpus.json";
    private static final String DOCUMENTS = "documents.jsonl";
    private static final String QUERIES = "queries.jsonl";

    private CorpusFolder() {
    }

    /** What {@code corpus.json} says. */
    record Header(String name, String description, List<String> levels, @Nullable String licence) {}

    private record DocumentLine(String id, String text, List<String> labels) {}

    private record QueryLine(String id, String text, Map<String, Integer> relevance) {}

    /**
     * Tells whether a folder is laid out as a corpus.
     *
     * @param folder any path
     * @return whether it holds {@code corpus.json} and {@code documents.jsonl}, or is a BEIR folder
     */
    public static boolean isOne(Path folder) {
        return (Files.isRegularFile(folder.resolve(HEADER)) && Files.isRegularFile(folder.resolve(DOCUMENTS)))
                || BeirFolder.isOne(folder);
    }

    /**
     * Reads a corpus folder.
     *
     * @param folder the folder
     * @return the corpus
     * @throws Problem if a file is missing or malformed, a document lacks a label, or a query names an unknown document
     */
    public static Corpus read(Path folder) {
        Header header = header(folder);
        Path documentFile = folder.resolve(DOCUMENTS);
        List<Document> documents = new ArrayList<>();
        Map<String, Integer> rowById = new HashMap<>();
        JsonLines.read(documentFile, DocumentLine.class, Progress.NONE, (line, read) -> {
            if (read.labels().size() != header.levels().size()) {
                throw new Problem(place(documentFile, line), "it has " + read.labels().size()
                        + " labels, and the corpus " + header.levels().size() + " levels",
                        "Give every document one label a level.");
            }
            if (rowById.putIfAbsent(read.id(), documents.size()) != null) {
                throw new Problem(place(documentFile, line), "the id “" + read.id() + "” stands there twice",
                        "Give every document an id of its own.");
            }
            return documents.add(new Document(read.id(), read.text(), List.copyOf(read.labels())));
        });
        return new Corpus(header.name(), header.description(), List.copyOf(header.levels()), List.copyOf(documents),
                queries(folder.resolve(QUERIES), rowById));
    }

    /** Counts the texts of a folder without reading them. */
    static int countTexts(Path folder) {
        return lines(folder.resolve(DOCUMENTS));
    }

    /** Counts the judged queries of a folder, which may have none. */
    static int countQueries(Path folder) {
        return lines(folder.resolve(QUERIES));
    }

    private static int lines(Path file) {
        if (!Files.isRegularFile(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.filter(line -> !line.isBlank()).count();
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(file.toString(), "it cannot be read", "Check its permissions.", e);
        }
    }

    static Header header(Path folder) {
        Path file = folder.resolve(HEADER);
        try {
            return JsonLines.MAPPER.readValue(file.toFile(), Header.class);
        } catch (JacksonException e) {
            throw new Problem(file.toString(), "it cannot be read as a corpus's description",
                    "Write an object with name, description and levels.", e);
        }
    }

    private static List<JudgedQuery> queries(Path file, Map<String, Integer> rowById) {
        List<JudgedQuery> queries = new ArrayList<>();
        if (Files.exists(file)) {
            JsonLines.read(file, QueryLine.class, Progress.NONE, (line, read) -> {
                Map<Integer, Integer> grades = new LinkedHashMap<>();
                read.relevance().forEach((id, grade) -> {
                    Integer row = rowById.get(id);
                    if (row == null) {
                        throw new Problem(place(file, line), "no document is called “" + id + "”",
                                "Name a document that stands in " + DOCUMENTS + ".");
                    }
                    grades.put(row, grade);
                });
                return queries.add(new JudgedQuery(read.id(), read.text(), Map.copyOf(grades)));
            });
        }
        return List.copyOf(queries);
    }

    private static String place(Path file, long line) {
        return file + ", line " + line;
    }
}
