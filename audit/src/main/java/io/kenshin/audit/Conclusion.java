package io.kenshin.audit;

import io.kenshin.audit.AuditReport.Outcome;
import io.kenshin.audit.file.FileFact;
import io.kenshin.audit.trigger.FoundTrigger;
import io.kenshin.audit.trigger.SearchResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The verdict of an audit.
 *
 * @param confidence of the verdict in words, with what it rests on
 * @param reasons for the verdict, the weightiest first
 */
record Conclusion(Outcome outcome, String confidence, List<String> reasons) {
    static Conclusion refused(Exception why) {
        return new Conclusion(Outcome.REFUSED, "certain", List.of(String.valueOf(why.getMessage())));
    }

    /** @param timeIsUp whether the search could have gone on with more time */
    static Conclusion of(List<FileFact> files, SearchResult search, boolean timeIsUp) {
        List<String> reasons = new ArrayList<>();
        search.triggers().stream()
                .filter(FoundTrigger::trigger)
                .map(Conclusion::sentence)
                .forEach(reasons::add);
        boolean trigger = !reasons.isEmpty();
        files.stream()
                .filter(file -> file.danger() != null)
                .forEach(file -> reasons.add(file.name() + " " + file.danger()));
        boolean unsafe = files.stream().anyMatch(file -> file.danger() != null);
        Outcome outcome = trigger
                ? Outcome.TRIGGER_FOUND
                : unsafe ? Outcome.UNSAFE_FILES : search.searched() ? Outcome.NO_FINDING : Outcome.NOT_SEARCHED;
        return new Conclusion(outcome, confidence(trigger, search, timeIsUp), reasons);
    }

    private static String sentence(FoundTrigger found) {
        return String.format(
                Locale.ROOT,
                "'%s', put once into %d ordinary samples of other labels, turns %d of them to %s (%.0f %%, at least"
                        + " %.0f %%); its common words explain %.0f %%",
                found.text(),
                found.tried(),
                found.flipped(),
                found.label(),
                100 * found.flipRate(),
                100 * found.low(),
                100 * found.common());
    }

    private static String confidence(boolean trigger, SearchResult search, boolean timeIsUp) {
        if (trigger) {
            return "high: the samples that turned were not those that the text was found with";
        }
        if (!search.searched()) {
            return "none as to triggers: the model has no classification head, so nothing could turn";
        }
        if (!search.unsearched().isEmpty()) {
            return "low: triggers towards " + String.join(", ", search.unsearched()) + " were not searched; give "
                    + (timeIsUp
                            ? "more time with --minutes"
                            : "code for which the model predicts other labels with --dataset");
        }
        return "medium: a trigger of few tokens would have been found in most cases (docs/audit.md has the"
                + " figures); one that is a pattern rather than a text may not";
    }
}
