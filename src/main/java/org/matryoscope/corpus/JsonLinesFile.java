package org.matryoscope.corpus;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Writes a corpus as a .jsonl file that {@link TableFile} reads again. */
public final class JsonLinesFile {
    private static final String ID = "id";
    private static final String TEXT = "text";

    private JsonLinesFile() {
    }

    /**
     * Writes one object a document: its {@code id}, its {@code text}, and its label under each level's name. Judged queries are
     * not written. The file is there whole or not at all.
     *
     * @param corpus the corpus
     * @param file where to; replaced if it exists
     * @param progress told in documents; cancels
     * @return the file
     * @throws Problem if it cannot be written
     */
    public static Path write(Corpus corpus, Path file, Progress progress) {
        Path target = file.toAbsolutePath();
        try {
            Path temporary = Files.createTempFile(target.getParent(), "corpus", ".tmp");
            try {
                writeLines(corpus, temporary, progress);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
            return file;
        } catch (IOException | JacksonException e) {
            throw new Problem(file.toString(), "the texts cannot be written",
                    "Check that the disk has room, or choose another folder.", e);
        }
    }

    private static void writeLines(Corpus corpus, Path file, Progress progress) throws IOException {
        List<Document> documents = corpus.documents();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row = 0; row < documents.size(); row++) {
                progress.report(row, documents.size());
                out.write(JsonLines.MAPPER.writeValueAsString(line(corpus.levels(), documents.get(row))));
                out.write('\n');
            }
        }
    }

    private static Map<String, String> line(List<String> levels, Document document) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put(ID, document.id());
        line.put(TEXT, document.text());
        for (int level = 0; level < levels.size(); level++) {
            String name = levels.get(level);
            line.put(line.containsKey(name) ? "label " + name : name, document.labels().get(level));
        }
        return line;
    }
}
