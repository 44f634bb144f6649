package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files with bytes changed, cut out or repeated are read or refused with a reason; nothing else comes of them. Not Parquet
 * files: its library waits without end at some of them, which is only noticed after a minute; {@link FuzzRegressionTest}
 * tries them with less patience.
 */
class MutatedTablesTest {
    private static final int MUTANTS = 150;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"names.json", "named_objects.json", "api.json", "utf16.json", "lines.jsonl", "base64.jsonl",
            "lists.csv", "pandas_numpy.csv", "spread.csv", "word2vec.txt", "word2vec.bin", "bulk.ndjson",
            "parallel.json", "plain.arrow", "lz4.feather", "lists.csv.gz", "objects.json.zst"})
    void mutantsAreReadOrRefused(String name) throws IOException {
        byte[] right = Files.readAllBytes(TableFixtures.file(name));
        SplittableRandom random = new SplittableRandom(name.hashCode());
        int refused = 0;
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
            Path file = Files.write(folder.resolve(mutant + name), mutated(right, random));
            try {
                VectorChoice choice = VectorFiles.preview(file, Progress.NONE).proposed();
                TableFixtures.read(file, choice.vectors());
                VectorFiles.documents(file, choice, Progress.NONE);
            } catch (Problem problem) {
                refused++;
                assertThat(problem.where()).startsWith(file.toString());
            }
        }
        assertThat(refused).isGreaterThan(MUTANTS / 20);
    }

    private static byte[] mutated(byte[] right, SplittableRandom random) {
        byte[] mutant = right.clone();
        int from = random.nextInt(mutant.length);
        int count = Math.min(mutant.length - from, random.nextInt(1, 9));
        switch (random.nextInt(4)) {
            case 0 -> mutant[from] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                for (int i = from; i < from + count; i++) {
                    mutant[i] = (byte) random.nextInt();
                }
            }
            case 2 -> mutant = Arrays.copyOf(mutant, from);
            default -> {
                // A part comes twice, in the place of what followed it.
                int length = Math.min(mutant.length - from, from);
                System.arraycopy(right, from - length, mutant, from, length);
            }
        }
        return mutant;
    }
}
