package org.matryoscope.app.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javafx.application.Platform;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import org.matryoscope.app.session.RankingUpdater.Ranker;
import org.matryoscope.app.state.Workbench;
import org.matryoscope.app.task.Workers;
import org.matryoscope.base.Progress;
import org.matryoscope.question.Side;
import org.matryoscope.question.Subject;
import org.matryoscope.retrieval.RankingAt;

import static org.assertj.core.api.Assertions.assertThat;

class RankingUpdaterTest {
    private final Workbench workbench = new Workbench();
    private final List<Throwable> failures = new ArrayList<>();
    private final AtomicInteger scans = new AtomicInteger();
    private final List<RankingAt> shown = new ArrayList<>();

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private Ranker counting(Subject subject, Progress progress) {
        Ranker live = RankingUpdater.live(subject, progress);
        return (d, renormalise) -> {
            assertThat(Platform.isFxApplicationThread()).isFalse();
            scans.incrementAndGet();
            return live.at(d, renormalise);
        };
    }

    private void waitUntilShown(int d) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(() -> {
            RankingAt ranking = workbench.ranking(Side.A).get();
            return ranking != null && ranking.d() == d;
        }));
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> call) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, call);
    }

    @Test
    void aHundredMovesWithinOnePulseAreOneScan() throws Exception {
        Subject subject = Subjects.random(200, 384, 1);
        onFx(() -> {
            new RankingUpdater(Side.A, workbench, new Workers(failures::add).compute(), this::counting);
            workbench.prefix().set(384);
            workbench.subject(Side.A).set(subject);
            return true;
        });
        waitUntilShown(384);
        scans.set(0);
        onFx(() -> {
            for (int d = 1; d <= 100; d++) {
                workbench.prefix().set(d);
            }
            return true;
        });
        waitUntilShown(100);
        assertThat(scans).hasValue(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void aRankingOfAnEarlierSubjectIsNeverShown() throws Exception {
        Subject first = Subjects.random(10, 16, 2);
        Subject second = Subjects.random(20, 16, 3);
        CountDownLatch firstBegun = new CountDownLatch(1);
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        onFx(() -> {
            workbench.ranking(Side.A).subscribe(ranking -> {
                if (ranking != null) {
                    shown.add(ranking);
                }
            });
            new RankingUpdater(Side.A, workbench, new Workers(failures::add).compute(), (subject, progress) -> {
                Ranker live = RankingUpdater.live(subject, progress);
                return (d, renormalise) -> {
                    if (subject.texts().store().rows() == first.texts().store().rows()) {
                        firstBegun.countDown();
                        await(firstMayEnd);
                    }
                    return live.at(d, renormalise);
                };
            });
            workbench.prefix().set(5);
            workbench.subject(Side.A).set(first);
            return true;
        });
        await(firstBegun);
        onFx(() -> {
            workbench.subject(Side.A).set(second);
            workbench.prefix().set(6);
            return true;
        });
        waitUntilShown(6);
        firstMayEnd.countDown();
        onFx(() -> {
            workbench.prefix().set(7);
            return true;
        });
        waitUntilShown(7);
        assertThat(onFx(() -> List.copyOf(shown))).allSatisfy(ranking -> assertThat(ranking.order()).hasSize(20));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
