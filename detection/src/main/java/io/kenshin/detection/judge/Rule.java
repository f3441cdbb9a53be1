package io.kenshin.detection.judge;

import java.util.List;

/** A rule that looks at all findings together, after each candidate was judged by itself. */
@FunctionalInterface
public interface Rule {
    /**
     * Applies the rule.
     *
     * @param findings as the rules before have left them, in the order in which they are looked at
     * @return all findings that are left, in the order in which the next rule is to look at them
     */
    List<Finding> apply(List<Finding> findings, Docket docket);
}
