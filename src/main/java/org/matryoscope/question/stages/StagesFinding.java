package org.matryoscope.question.stages;

import java.util.Optional;

import org.matryoscope.base.Numbers;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Finding;

/** Says which search in steps finds enough for the least work. */
final class StagesFinding {
    private static final int NAMED_CONTENDERS = 2;

    private StagesFinding() {
    }

    static Finding of(StagesAnswer answer, double recall) {
        Asking asking = answer.asking();
        Finding.Builder finding = Finding.say();
        asking.indices().limit(NAMED_CONTENDERS).forEach(i -> {
            finding.words(i == 0 ? "" : "; ").contender(asking, i);
            sentence(finding, answer.costs().get(i), recall, i == 0);
        });
        finding.words(".");
        asking.indices().forEach(i -> finding.detail(asking.led(i, detail(answer.costs().get(i), recall))));
        return finding.build();
    }

    private static void sentence(Finding.Builder finding, StageCosts costs, double recall, boolean first) {
        Optional<StageSetting> cheapest = costs.cheapest(recall);
        if (cheapest.isEmpty()) {
            finding.words(first ? ": no search in steps finds " : ": none finds ").value(Numbers.percent(recall));
            return;
        }
        StageSetting setting = cheapest.get();
        finding.words(
                first ? " finds " + Numbers.percent(recall) + " of its first " + costs.k() + " by searching " : " ")
                .value(Integer.toString(setting.funnel().first().d()))
                .words(first ? " dims, re-ranking " : " and ")
                .value(Integer.toString(setting.funnel().first().keep()))
                .words(": ")
                .value(Numbers.percent(costs.ofExact(setting)))
                .words(first ? " of the work" : "");
    }

    private static String detail(StageCosts costs, double recall) {
        String cheapest = costs.cheapest(recall)
                .map(setting -> "the cheapest that finds %s is %s, %s".formatted(Numbers.percent(recall),
                        setting.funnel().inWords(), words(costs, setting)))
                .orElse("no search tried that costs less than exact search finds " + Numbers.percent(recall));
        return cheapest + "; as set, " + costs.asSet().funnel().inWords() + ", " + words(costs, costs.asSet())
                + "; exact search at d = " + costs.dimension() + " takes " + Numbers.whole(costs.exact().macs())
                + " multiply-adds and " + Numbers.reading(costs.exact().ms()) + " ms a query.";
    }

    private static String words(StageCosts costs, StageSetting setting) {
        return "recall %s (95 %% interval %s to %s), %s of the multiply-adds, %s of the time".formatted(
                Numbers.fixed(setting.recall()), Numbers.fixed(setting.low()), Numbers.fixed(setting.high()),
                Numbers.percent(costs.ofExact(setting)), Numbers.percent(setting.ms() / costs.exact().ms()));
    }
}
