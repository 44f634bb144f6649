package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Texts one a line, from a file or pasted. Blank lines are left out; a document's id is the number of its line. */
public final class PlainText {
    private PlainText() {
    }

    /**
     * Reads a .txt file.
     *
     * @param path the file
     * @param charset its encoding; null to go by its byte order mark, else UTF-8
     * @param progress told in bytes
     * @return a corpus without labels
     * @throws Problem if the file is missing, empty, binary, in another encoding, or has too long a line
     */
    public static Corpus read(Path path, @Nullable Charset charset, Progress progress) {
        TextFile file = TextFile.open(path, charset, progress);
        try (BufferedReader reader = file.reader(progress)) {
            return corpus(path.getFileName().toString(), documents(reader));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /**
     * Takes pasted text.
     *
     * @param text one document a line
     * @return a corpus without labels
     * @throws Problem if it is blank or has too long a line
     */
    public static Corpus pasted(String text) {
        try (BufferedReader reader = new BufferedReader(new StringReader(text))) {
            List<Document> documents = documents(reader);
            if (documents.isEmpty()) {
                throw new Problem("pasted text", "it holds no text", "Copy some lines of text first.");
            }
            return corpus("Pasted text", documents);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
    }

    private static List<Document> documents(BufferedReader reader) throws IOException {
        List<Document> documents = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.length() > TextFile.LONGEST_LINE) {
                throw TextFile.tooLong("line " + number);
            }
            if (!line.isBlank()) {
                documents.add(new Document(Integer.toString(number), line.strip(), List.of()));
            }
        }
        return documents;
    }

    private static Corpus corpus(String name, List<Document> documents) {
        return new Corpus(name, String.format(Locale.ROOT, "%,d texts, one a line.", documents.size()), List.of(),
                List.copyOf(documents), List.of());
    }
}
