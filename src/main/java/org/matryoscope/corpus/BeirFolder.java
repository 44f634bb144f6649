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

import tools.jackson.databind.JsonNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;

/**
 * A corpus as BEIR lays it out (Thakur et al. 2021): {@code corpus.jsonl} with {@code _id}, {@code title} and {@code text},
 * {@code queries.jsonl} with {@code _id} and {@code text}, and tables of judgements in {@code qrels}.
 */
final class BeirFolder {
    private static final String CORPUS = "corpus.jsonl";
    private static final String QUERIES = "queries.jsonl";
    /** The split to measure on, where there are several. */
    private static final List<String> SPLITS = List.of("test.tsv", "dev.tsv", "train.tsv");

    private BeirFolder() {
    }

    /** Tells whether a folder is laid out so. */
    static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(CORPUS)) && Files.isRegularFile(folder.resolve(QUERIES));
    }

    /**
     * Reads the folder; queries without a judgement are left out.
     *
     * @param folder the folder
     * @param progress told of the passages; cancels
     * @throws Problem if a file is missing or malformed, or a judgement names an unknown passage
     */
    static Corpus read(Path folder, Progress progress) {
        List<Document> documents = new ArrayList<>();
        Map<String, Integer> rows = new HashMap<>();
        Path passages = folder.resolve(CORPUS);
        JsonLines.read(passages, JsonNode.class, Share.of(progress, 0, 0.9), (line, passage) -> {
            String id = id(passages, line, passage);
            // Not every collection has titles.
            String text = (passage.path("title").asString("") + " " + passage.path("text").asString("")).strip();
            rows.put(id, documents.size());
            return documents.add(new Document(id, text.isEmpty() ? id : text, List.of()));
        });
        if (documents.isEmpty()) {
            throw new Problem(passages.toString(), "there is no passage in it", "Choose another folder.");
        }
        Map<String, Map<Integer, Integer>> judgements = judgements(folder, rows);
        List<JudgedQuery> queries = new ArrayList<>();
        Path asked = folder.resolve(QUERIES);
        JsonLines.read(asked, JsonNode.class, Progress.NONE, (line, query) -> {
            String id = id(asked, line, query);
            Map<Integer, Integer> grades = judgements.get(id);
            return grades == null
                    || queries.add(new JudgedQuery(id, query.path("text").asString(id), Map.copyOf(grades)));
        });
        String name = String.valueOf(folder.toAbsolutePath().getFileName());
        return new Corpus(name, "A BEIR folder.", List.of(), List.copyOf(documents), List.copyOf(queries));
    }

    private static String id(Path file, long line, JsonNode value) {
        String id = value.path("_id").asString("");
        if (id.isEmpty()) {
            throw new Problem(file + ", line " + line, "there is no “_id”", "Give every line one.");
        }
        return id;
    }

    private static Map<String, Map<Integer, Integer>> judgements(Path folder, Map<String, Integer> rows) {
        Path file = SPLITS.stream()
                .map(split -> folder.resolve("qrels").resolve(split))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new Problem(folder.resolve("qrels").toString(), "there are no judgements",
                        "Put " + String.join(", ", SPLITS) + " or one of them there."));
        Map<String, Map<Integer, Integer>> judgements = new LinkedHashMap<>();
        int number = 0;
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : lines.toList()) {
                number++;
                String[] cells = line.split("\t", -1);
                boolean isHeader = number == 1 && !cells[cells.length - 1].strip().matches("-?[0-9]+");
                if (!line.isBlank() && !isHeader) {
                    add(judgements, cells, rows, file + ", line " + number);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new Problem(file.toString(), "it cannot be read", "Check its permissions and that it is UTF-8.", e);
        }
        return judgements;
    }

    /** Three cells, or TREC's four, whose second means nothing. */
    private static void add(Map<String, Map<Integer, Integer>> judgements, String[] cells, Map<String, Integer> rows,
            String place) {
        if (cells.length < 3 || cells.length > 4 || !cells[cells.length - 1].strip().matches("-?[0-9]{1,9}")) {
            throw new Problem(place,
                    "a judgement has a query's id, a passage's id and a whole number, with tabs between",
                    "Mend the line.");
        }
        Integer row = rows.get(cells[cells.length - 2]);
        if (row == null) {
            throw new Problem(place, "there is no passage “" + cells[cells.length - 2] + "” in " + CORPUS,
                    "Remove the line, or add the passage.");
        }
        judgements.computeIfAbsent(cells[0], id -> new HashMap<>())
                .put(row, Integer.parseInt(cells[cells.length - 1].strip()));
    }
}
