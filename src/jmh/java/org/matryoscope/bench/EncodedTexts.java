package org.matryoscope.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts to encode, the same in every run: of words that are a token each in BERT's vocabulary, with its two special tokens. */
public enum EncodedTexts {
    /** 4,000 commands of 4 to 12 tokens, 8 in the mean. */
    SHORT(4_000, 2, 10),
    /** 400 passages of 244 to 256 tokens, 250 in the mean. */
    LONG(400, 242, 254),
    /** 100,000 commands, for the memory that they take. */
    MANY(100_000, 2, 10);

    private static final String[] WORDS = ("river market theory engine garden signal harbour memory winter music paper light "
            + "water house people story number system world language the of in and is a").split(" ");

    private final int count;
    private final int fewest;
    private final int most;

    EncodedTexts(int count, int fewest, int most) {
        this.count = count;
        this.fewest = fewest;
        this.most = most;
    }

    List<String> texts() {
        Random random = new Random(1);
        return IntStream.range(0, count).mapToObj(i -> text(random)).toList();
    }

    private String text(Random random) {
        return random.ints(random.nextInt(fewest, most + 1), 0, WORDS.length)
                .mapToObj(word -> WORDS[word])
                .collect(Collectors.joining(" "));
    }
}
