package org.matryoscope.question.energy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.chart.Chart;
import org.matryoscope.question.Answer;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Choices;
import org.matryoscope.question.Finding;
import org.matryoscope.question.Table;

/**
 * Where the energy of vectors sits.
 *
 * @param asking what was asked
 * @param profiles the energy by contender
 * @param measuredOn what rotations were fitted on
 */
record EnergyAnswer(Asking asking, List<EnergyProfile> profiles, String measuredOn) implements Answer {
    EnergyAnswer {
        profiles = List.copyOf(profiles);
    }

    /** Returns the first contender's profile. */
    EnergyProfile first() {
        return profiles.getFirst();
    }

    boolean hasLevels() {
        return !first().levels().isEmpty();
    }

    @Override
    public Finding finding(Choices choices) {
        if (!choices.get(EnergyQuestion.MEASURE).needsLevels()) {
            return EnergyFinding.of(this);
        }
        return hasLevels() ? LevelFinding.of(this) : EnergyFinding.withoutLevels(this);
    }

    @Override
    public Chart chart(Choices choices) {
        return switch (choices.get(EnergyQuestion.MEASURE)) {
            case PER_DIMENSION -> EnergyCharts.perDimension(this, choices.get(EnergyQuestion.LOGARITHMIC));
            case CUMULATIVE -> EnergyCharts.cumulative(this);
            case BY_LEVEL -> hasLevels() ? LevelCharts.perDimension(this) : EnergyCharts.cumulative(this);
            case BY_LEVEL_CUMULATED -> hasLevels() ? LevelCharts.cumulated(this) : EnergyCharts.cumulative(this);
        };
    }

    @Override
    public List<Table> tables(Choices choices, int[] prefixes) {
        return asking.indices().mapToObj(i -> table(i, prefixes)).toList();
    }

    private Table table(int contender, int[] prefixes) {
        EnergyProfile profile = profiles.get(contender);
        int[] listed = IntStream.of(prefixes).filter(d -> d <= profile.perDimension().length).toArray();
        Table.Builder table = Table.titled(asking.title(contender))
                .numbers("d", IntStream.of(listed).mapToObj(Numbers::whole).toList())
                .numbers("energy", shares(profile.perDimension(), listed))
                .numbers("offset", shares(profile.meanSquared(), listed))
                .numbers("variance", shares(profile.variance(), listed));
        profile.levels().forEach(level -> table.numbers(level.name(), shares(level.perDimension(), listed)));
        return table.build();
    }

    private static List<String> shares(double[] perDimension, int[] prefixes) {
        return IntStream.of(prefixes).mapToObj(d -> Numbers.fixed(Arrays.stream(perDimension, 0, d).sum())).toList();
    }

    @Override
    public Record fields(int contender, int[] prefixes) {
        EnergyProfile profile = profiles.get(contender);
        List<Level> levels = profile.levels()
                .stream()
                .map(level -> new Level(level.name(), level.perDimension()))
                .toList();
        return new Fields(new Energy(profile.perDimension(), profile.meanSquared(), profile.variance(),
                profile.cumulative(), profile.participationRatio(), profile.effectiveRank(), profile.sampled(),
                levels.isEmpty() ? null : levels));
    }

    /**
     * The answer in JSON.
     *
     * @param energy where the energy sits
     */
    record Fields(Energy energy) {}

    /**
     * The profile; every array has D entries.
     *
     * @param perDimension mean squared entry of the unit vectors; sums to 1
     * @param meanSquared the part of it that a shared offset makes
     * @param variance the part of it that varies over the documents
     * @param cumulative its running sum
     * @param participationRatio number of directions in use, 1 … D
     * @param effectiveRank the same by entropy, 1 … D
     * @param sampled how many documents the two numbers before come from; the rest comes from all
     * @param levels variance by label level, then "residual"; absent without nested labels
     */
    record Energy(double[] perDimension, double[] meanSquared, double[] variance, double[] cumulative,
            double participationRatio, double effectiveRank, int sampled, @Nullable List<Level> levels) {}

    /**
     * One level's share.
     *
     * @param name the level's name, or "residual"
     * @param perDimension its variance component at each dimension
     */
    record Level(String name, double[] perDimension) {}
}
