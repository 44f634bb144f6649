package org.matryoscope.study;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Document;

/** Texts, ids, labels and relevance of an imported file, kept beside its vectors so that the file need not be read again. */
final class DocumentFile {
    private static final int MAGIC = 0x4d445831;
    /** Progress is reported, and a cancellation noticed, once in so many rows. */
    private static final int STEP = 4096;

    private DocumentFile() {
    }

    /**
     * What is kept.
     *
     * @param documents one a row; empty where the file has only vectors
     * @param relevance a number a row; empty where the file has none
     */
    record Content(List<Document> documents, float[] relevance) {}

    static void write(Path file, Content content, Progress progress) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            List<Document> documents = content.documents();
            out.writeInt(MAGIC);
            out.writeInt(documents.size());
            out.writeInt(documents.isEmpty() ? 0 : documents.getFirst().labels().size());
            for (int row = 0; row < documents.size(); row++) {
                report(progress, row, documents.size());
                Document document = documents.get(row);
                write(out, document.id());
                write(out, document.text());
                for (String label : document.labels()) {
                    write(out, label);
                }
            }
            out.writeInt(content.relevance().length);
            for (float grade : content.relevance()) {
                out.writeFloat(grade);
            }
        }
    }

    static Content read(Path file, Progress progress) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is not a file of documents");
            }
            int rows = in.readInt();
            int levels = in.readInt();
            List<Document> documents = new ArrayList<>(rows);
            // A million rows have few distinct labels: each is kept once.
            Map<String, String> labels = new HashMap<>();
            for (int row = 0; row < rows; row++) {
                report(progress, row, rows);
                String id = text(in);
                String text = text(in);
                List<String> own = new ArrayList<>(levels);
                for (int level = 0; level < levels; level++) {
                    own.add(labels.computeIfAbsent(text(in), label -> label));
                }
                documents.add(new Document(id, text, List.copyOf(own)));
            }
            float[] relevance = new float[in.readInt()];
            for (int row = 0; row < relevance.length; row++) {
                relevance[row] = in.readFloat();
            }
            return new Content(List.copyOf(documents), relevance);
        }
    }

    private static void report(Progress progress, int row, int rows) {
        if (row % STEP == 0) {
            progress.report(row, rows);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
