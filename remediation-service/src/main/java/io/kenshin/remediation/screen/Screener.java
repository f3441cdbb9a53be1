package io.kenshin.remediation.screen;

import io.kenshin.contracts.remediation.Policy;
import io.kenshin.contracts.screen.ScreenReply;
import io.kenshin.contracts.screen.ScreenReply.Hit;
import io.kenshin.contracts.screen.ScreenRequest;
import io.kenshin.detection.code.Code;
import io.kenshin.detection.sample.Logits;
import io.kenshin.foundation.DaemonThreads;
import io.kenshin.foundation.ErrorCode;
import io.kenshin.foundation.KenshinException;
import io.kenshin.remediation.probe.ModelProbes;
import io.kenshin.remediation.settings.RemediationSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The judge of inputs on their way to a model: may one go on? It never waits for longer than the settings say: what
 * it cannot know is answered by the fail-open or fail-closed rule.
 */
@ApplicationScoped
public class Screener {
    private static final int LONGEST = 200_000;
    private static final int LONGEST_ID = 200;
    private static final int ASKED_AT_A_TIME = 8;

    private final ScreenRules rules;
    private final Screened screened;
    private final ModelProbes probes;
    private final RemediationSettings.Screening settings;
    private final ExecutorService asking =
            Executors.newFixedThreadPool(ASKED_AT_A_TIME, DaemonThreads.named("screen-evidence"));

    Screener(ScreenRules rules, Screened screened, ModelProbes probes, RemediationSettings settings) {
        this.rules = rules;
        this.screened = screened;
        this.probes = probes;
        this.settings = settings.screening();
        if (!List.of("open", "closed").contains(this.settings.fails())) {
            throw new IllegalStateException(
                    "kenshin.remediation.screening.fails is '" + this.settings.fails() + "': use open or closed");
        }
    }

    /** @throws KenshinException when the request is not one */
    public ScreenReply screen(ScreenRequest request) {
        check(request);
        ScreenRules.Known known = rules.of(request.model());
        if (known instanceof ScreenRules.Unknown) {
            return unknown(request, List.of(), "the triggers are not known: the database does not answer");
        }
        if (!(known instanceof ScreenRules.Model model)) {
            return allow(request, "no open case of this model has a trigger");
        }
        List<Integer> found = model.compiled().in(Code.of(request.code()));
        if (found.isEmpty()) {
            return allow(request, "carries no known trigger");
        }
        ScreenReply reply = judge(request, model, found);
        screened.keep(request, reply);
        return reply;
    }

    private static void check(@Nullable ScreenRequest request) {
        if (request == null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, "a request is null: each has id, model and code");
        }
        String fault = blank(request.id()) || request.id().length() > LONGEST_ID
                ? "id is missing or longer than " + LONGEST_ID + " characters"
                : blank(request.model()) ? "model is missing" : blank(request.code()) ? "code is missing" : null;
        if (fault != null) {
            throw new KenshinException(ErrorCode.INVALID_INPUT, fault);
        }
        if (request.code().length() > LONGEST) {
            throw new KenshinException(
                    ErrorCode.TOO_LARGE,
                    "code of " + request.code().length() + " characters: at most " + LONGEST + " are screened");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static ScreenReply allow(ScreenRequest request, String reason) {
        return new ScreenReply(request.id(), ScreenReply.ALLOW, false, reason, List.of(), null);
    }

    private ScreenReply unknown(ScreenRequest request, List<Hit> hits, String why) {
        boolean open = settings.fails().equals("open");
        return new ScreenReply(
                request.id(),
                open ? ScreenReply.ALLOW : ScreenReply.BLOCK,
                false,
                why + "; screening fails " + settings.fails(),
                hits,
                null);
    }

    private ScreenReply judge(ScreenRequest request, ScreenRules.Model model, List<Integer> found) {
        List<ScreenRules.Rule> carried =
                found.stream().map(at -> model.rules().get(at)).toList();
        List<Hit> hits = carried.stream().map(ScreenRules.Rule::hit).toList();
        boolean blocks =
                carried.stream().anyMatch(rule -> rule.hit().confirmed() && rule.policy() == Policy.Screen.BLOCK);
        boolean shadow = carried.stream().allMatch(rule -> rule.policy() == Policy.Screen.SHADOW);
        boolean confirmed = hits.stream().anyMatch(Hit::confirmed);
        String reason = (confirmed ? "carries a proven trigger: " : "carries a pattern that waits for review: ")
                + String.join(
                        ", ",
                        hits.stream()
                                .map(hit -> hit.caseId() + "/" + hit.triggerId())
                                .toList());
        String answer = blocks || (shadow && confirmed) ? ScreenReply.BLOCK : ScreenReply.REVIEW;
        if (!Boolean.TRUE.equals(request.evidence())) {
            return new ScreenReply(request.id(), answer, shadow, reason, hits, null);
        }
        try {
            boolean flips = flips(model, request.code(), found);
            return flips
                    ? new ScreenReply(
                            request.id(),
                            answer,
                            shadow,
                            reason + "; without it the model says something else",
                            hits,
                            true)
                    : new ScreenReply(
                            request.id(),
                            ScreenReply.REVIEW,
                            shadow,
                            reason + "; the model says the same without it",
                            hits,
                            false);
        } catch (TimeoutException e) {
            // The pattern alone is reason enough to keep the answer that needs no model.
            String why = reason + "; the model did not answer: " + e.getMessage();
            return new ScreenReply(request.id(), answer, shadow, why, hits, null);
        }
    }

    private boolean flips(ScreenRules.Model model, String code, List<Integer> found) throws TimeoutException {
        List<String> both = List.of(code, model.compiled().without(Code.of(code), found));
        try {
            Future<float[][]> asked = asking.submit(() -> probes.predict(model.directory(), both));
            try {
                float[][] logits = asked.get(settings.evidenceMillis(), TimeUnit.MILLISECONDS);
                return Logits.argmax(logits[0]) != Logits.argmax(logits[1]);
            } catch (TimeoutException e) {
                asked.cancel(true);
                throw new TimeoutException("not within " + settings.evidenceMillis() + " ms");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        } catch (ExecutionException e) {
            throw new TimeoutException(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
        } catch (RejectedExecutionException e) {
            throw new TimeoutException("the service stops");
        }
    }

    /** All of them, in their order; bounded by the caller. */
    List<ScreenReply> screen(List<ScreenRequest> requests) {
        List<ScreenReply> replies = new ArrayList<>();
        requests.forEach(request -> replies.add(screen(request)));
        return replies;
    }

    @PreDestroy
    void stop() {
        asking.shutdownNow();
    }
}
