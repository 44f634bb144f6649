package org.matryoscope.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Decodes a whole file strictly and keeps count of lines and bytes, so that what is wrong can be said with its place. */
final class EncodingCheck {
    private static final int CHUNK = 1 << 16;

    private final TextFile file;
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long line = 1;
    private long lineLength;
    private boolean afterReturn;
    private boolean anyText;
    private long consumed;

    private EncodingCheck(TextFile file) {
        this.file = file;
        this.consumed = file.mark();
    }

    static void run(TextFile file, Progress progress) throws IOException {
        EncodingCheck check = new EncodingCheck(file);
        check.decode(progress);
        if (!check.anyText) {
            throw new Problem(file.path().toString(), "the file is empty", "Choose a file with at least one text.");
        }
    }

    private void decode(Progress progress) throws IOException {
        CharsetDecoder decoder = file.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        try (InputStream in = file.stream(progress, 0)) {
            boolean end = false;
            while (!end) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                take(decoder, bytes, end);
                bytes.compact();
            }
        }
    }

    private void take(CharsetDecoder decoder, ByteBuffer bytes, boolean end) {
        CoderResult result;
        do {
            int before = bytes.position();
            result = decoder.decode(bytes, chars, end);
            consumed += bytes.position() - before;
            count(chars.flip());
            chars.clear();
            if (result.isError()) {
                throw wrongEncoding();
            }
        } while (result.isOverflow());
    }

    private void count(CharBuffer decoded) {
        while (decoded.hasRemaining()) {
            char c = decoded.get();
            if (c == '\n' && afterReturn) {
                afterReturn = false;
            } else if (c == '\n' || c == '\r') {
                line++;
                lineLength = 0;
                afterReturn = c == '\r';
            } else {
                look(c);
            }
        }
    }

    private void look(char c) {
        afterReturn = false;
        anyText |= !Character.isWhitespace(c);
        if (c == 0) {
            throw new Problem(file.place(line), "this is not a text file: it holds a NUL character",
                    "Choose a .txt, .csv, .tsv or .jsonl file.");
        }
        if (++lineLength > TextFile.LONGEST_LINE) {
            throw TextFile.tooLong(file.place(line));
        }
    }

    private Problem wrongEncoding() {
        String name = file.charset().name();
        String guess = guess(file.path());
        return new Problem(file.place(line) + ", byte " + (consumed + 1),
                "this is not valid " + name + (guess == null ? "" : "; it looks like " + guess),
                "Save the file as UTF-8, or open it with "
                        + (guess == null ? "its own encoding." : "the encoding " + guess + "."));
    }

    private @Nullable String guess(Path path) {
        try {
            String guess = UniversalDetector.detectCharset(path);
            return guess == null || guess.equalsIgnoreCase(file.charset().name()) ? null : guess;
        } catch (IOException e) {
            return null;
        }
    }
}
