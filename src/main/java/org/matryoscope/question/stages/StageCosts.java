package org.matryoscope.question.stages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What searches in steps find and cost, over one contender's vectors.
 *
 * @param k how many documents are wanted
 * @param dimension D
 * @param documents how many were searched
 * @param queries how many queries the means are over
 * @param exact search at D that looks at every document: its recall is 1
 * @param asSet the setting that was chosen
 * @param single search by one prefix alone, by ascending prefix
 * @param settings searches in steps, the one chosen among them
 */
public record StageCosts(int k, int dimension, int documents, int queries, StageSetting exact, StageSetting asSet,
        List<StageSetting> single, List<StageSetting> settings) {
    /** Copies the lists. */
    public StageCosts {
        single = List.copyOf(single);
        settings = List.copyOf(settings);
    }

    /** Returns the same without times. */
    StageCosts untimed() {
        return new StageCosts(k, dimension, documents, queries, exact.untimed(), asSet.untimed(),
                single.stream().map(StageSetting::untimed).toList(),
                settings.stream().map(StageSetting::untimed).toList());
    }

    /** Returns the settings than which none is both cheaper and better, by ascending cost: the Pareto front. */
    public List<StageSetting> front() {
        List<StageSetting> front = new ArrayList<>();
        settings.stream()
                .sorted(Comparator.comparingDouble(StageSetting::macs)
                        .thenComparing(Comparator.comparingDouble(StageSetting::recall).reversed()))
                .filter(setting -> front.isEmpty() || setting.recall() > front.getLast().recall())
                .forEach(front::add);
        return front;
    }

    /**
     * Finds the cheapest search in steps that finds enough and costs less than exact search.
     *
     * @param recall the least mean recall, 0 … 1
     */
    public Optional<StageSetting> cheapest(double recall) {
        return front().stream()
                .filter(setting -> setting.recall() >= recall && setting.macs() < exact.macs())
                .findFirst();
    }

    /** Returns a cost in prefix lengths: as if so many dimensions of every document were read. */
    double inDimensions(StageSetting setting) {
        return setting.macs() / documents;
    }

    /** Returns a cost as a share of exact search at D. */
    public double ofExact(StageSetting setting) {
        return setting.macs() / exact.macs();
    }
}
