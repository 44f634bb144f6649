package org.matryoscope.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Pairs of texts with one label, at most one pair a label in a batch, so that no negative belongs to its anchor.
 *
 * @param groups by label, the texts that have it, at least two
 * @param size how many pairs a batch has at most
 */
public record LabelBatches(List<int[]> groups, int size) implements Batches {
    private static final int FEWEST_LABELS = 2;

    /** Copies the list. */
    public LabelBatches {
        groups = List.copyOf(groups);
    }

    /**
     * Groups texts by label.
     *
     * @param labels by text; "" where it has none
     * @param size how many pairs a batch has at most
     */
    public static LabelBatches of(String[] labels, int size) {
        Map<String, List<Integer>> texts = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            if (!labels[i].isEmpty()) {
                texts.computeIfAbsent(labels[i], label -> new ArrayList<>()).add(i);
            }
        }
        return new LabelBatches(texts.values()
                .stream()
                .filter(group -> group.size() > 1)
                .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
                .toList(), size);
    }

    /** Says whether there are labels enough: two with two texts each. */
    public boolean suffice() {
        return groups.size() >= FEWEST_LABELS;
    }

    @Override
    public int[] draw(SplittableRandom random) {
        int[] drawn = Draws.some(groups.size(), size, random);
        int[] batch = new int[2 * drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            int[] group = groups.get(drawn[i]);
            int[] two = Draws.some(group.length, 2, random);
            batch[i] = group[two[0]];
            batch[drawn.length + i] = group[two[1]];
        }
        return batch;
    }

    @Override
    public boolean arePairs() {
        return true;
    }
}
