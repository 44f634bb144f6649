package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import dev.hardwood.metadata.CompressionCodec;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.reader.ParquetFileReader;

import org.matryoscope.base.Problem;

/** Parquet files as their library opens them; whatever it throws at a damaged file becomes a problem. */
final class ParquetInput {
    private static final Set<CompressionCodec> CODECS = Set.of(CompressionCodec.UNCOMPRESSED, CompressionCodec.SNAPPY,
            CompressionCodec.GZIP, CompressionCodec.ZSTD, CompressionCodec.LZ4, CompressionCodec.LZ4_RAW,
            CompressionCodec.BROTLI);

    private ParquetInput() {
    }

    /**
     * Opens a file, reads from it and closes it.
     *
     * @param file the file
     * @param work what to read
     * @throws Problem if it is no Parquet file, is damaged, or is compressed in a way that is not known here
     */
    static <T> T read(Path file, Function<ParquetFileReader, T> work) {
        try (ParquetFileReader reader = ParquetFileReader.open(new ParquetBytes(file))) {
            reader.getFileMetaData().rowGroups().forEach(group -> checkCodecs(file, group));
            return work.apply(reader);
        } catch (Problem | CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged(file, e);
        } catch (OutOfMemoryError e) {
            // One array as long as the file says; the memory is free again.
            throw new Problem(file.toString(), "a part of it would take more memory than there is",
                    "Export it again, with smaller row groups; it may also be damaged.", e);
        }
    }

    private static void checkCodecs(Path file, RowGroup group) {
        group.columns().forEach(column -> {
            CompressionCodec codec = column.metaData().codec();
            if (!CODECS.contains(codec)) {
                throw new Problem(file + ", column “" + column.metaData().pathInSchema() + "”",
                        "it is compressed with " + codec + ", which is not read here",
                        "Write the file again with zstd, snappy, gzip, brotli or lz4 compression.");
            }
        });
    }

    private static Problem damaged(Path file, Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String reason = message.replace("[" + file.getFileName() + "] ", "").replaceAll("\\.$", "");
        return new Problem(file.toString(), "it cannot be read as a Parquet file (" + reason + ")",
                "Copy or export the file again; it may be damaged or be in writing still.", e);
    }
}
