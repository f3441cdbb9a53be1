package io.kenshin.ingest.sample;

import io.kenshin.contracts.rest.IntakeResult;
import io.kenshin.contracts.sample.SampleId;
import io.kenshin.contracts.sample.SampleRecord;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.ingest.channel.SampleTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One import: checks each item, sends the good ones to the broker with a bound on how many are under way, keeps the
 * bad ones with their reason, and counts. Not for several threads.
 */
final class Intake {
    private static final int IN_FLIGHT = 2_000;
    private static final int REPORTED = 1_000;

    private final String dataset;
    private final List<String> labels;
    private final SampleTopic topic;
    private final Semaphore room = new Semaphore(IN_FLIGHT);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<IntakeResult.Rejection> rejections = new ArrayList<>();
    private long accepted;
    private long rejected;

    /** @param labels those that the data set declares; empty when it takes any */
    Intake(String dataset, List<String> labels, SampleTopic topic) {
        this.dataset = dataset;
        this.labels = labels;
        this.topic = topic;
    }

    /** Takes one item. */
    void take(long line, Parts parts) {
        String code = parts.code();
        String label = parts.label();
        String reason = SampleCheck.fault(parts);
        if (reason == null && label != null && !labels.isEmpty() && !labels.contains(label)) {
            reason = "unknown label '" + label + "'; the data set has " + labels;
        }
        if (reason != null || code == null || label == null) {
            reject(line, reason == null ? "incomplete" : reason, String.valueOf(code));
            return;
        }
        String split = parts.split() == null || parts.split().isBlank() ? SampleRecord.TRAIN : parts.split();
        String language = parts.language() == null || parts.language().isBlank() ? null : parts.language();
        String id = SampleId.of(dataset, code, label);
        send(new SampleRecord(id, dataset, parts.externalId(), code, label, parts.source(), split, language));
        accepted++;
    }

    /** Keeps an item that cannot be taken. */
    void reject(long line, String reason, String text) {
        rejected++;
        if (rejections.size() < REPORTED) {
            rejections.add(new IntakeResult.Rejection(line, reason));
        }
        acquire();
        topic.reject(dataset + ":" + line, reason, text).whenComplete(this::done);
    }

    private void send(SampleRecord sample) {
        acquire();
        topic.send(sample).whenComplete(this::done);
    }

    private void done(@Nullable Void nothing, @Nullable Throwable error) {
        if (error != null) {
            failure.compareAndSet(null, error);
        }
        room.release();
    }

    private void acquire() {
        acquire(1);
        Throwable error = failure.get();
        if (error != null) {
            throw unavailable(error);
        }
    }

    private void acquire(int permits) {
        try {
            if (!room.tryAcquire(permits, 150, TimeUnit.SECONDS)) {
                throw unavailable(new IllegalStateException("no acknowledgement within 150 s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(e);
        }
    }

    private static KenshinException unavailable(Throwable error) {
        return new KenshinException(
                ErrorCode.UNAVAILABLE,
                "the broker did not take all samples (" + error.getMessage()
                        + "): import again, samples that arrived are not counted twice",
                error);
    }

    /** Waits until the broker has everything. */
    IntakeResult finish() {
        acquire(IN_FLIGHT);
        Throwable error = failure.get();
        if (error != null) {
            throw unavailable(error);
        }
        if (accepted + rejected == 0) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "the input is empty: no sample in it");
        }
        return new IntakeResult(dataset, accepted, rejected, List.copyOf(rejections));
    }
}
