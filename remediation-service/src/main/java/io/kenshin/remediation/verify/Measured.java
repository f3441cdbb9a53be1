package io.kenshin.remediation.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verification has measured so far, and what speaks against the healed version. */
final class Measured {
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();

    void figure(String name, double value) {
        figures.put(name, value);
    }

    void fault(String fault) {
        faults.add(fault);
    }

    /** @param basis what it was measured on, where that has to be said; else empty */
    Verification.Outcome outcome(String basis) {
        return faults.isEmpty()
                ? new Verification.Outcome(true, "attack gone, accuracy kept, fresh scan healthy" + basis, figures)
                : new Verification.Outcome(false, String.join("; ", faults) + basis, figures);
    }
}
