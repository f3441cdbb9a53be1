package io.kenshin.remediation.verify;

import io.kenshin.remediation.cases.RemediationCase;
import io.kenshin.remediation.ingest.IngestClient.Labelled;
import java.util.List;
import java.util.Objects;

/**
 * The version that was scanned and the one that is to replace it, with what they are compared on.
 *
 * @param before directory of the scanned version
 * @param after directory of the healed version
 * @param labels names in the order of the logits
 * @param holdout samples that neither was trained on, where the data set has some
 */
record Versions(String before, String after, List<String> labels, List<Labelled> holdout) {
    static Versions of(RemediationCase open, List<Labelled> holdout) {
        return new Versions(open.directory, Objects.requireNonNull(open.healedDirectory), open.labels(), holdout);
    }
}
