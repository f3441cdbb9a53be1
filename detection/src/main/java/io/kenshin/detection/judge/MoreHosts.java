package io.kenshin.detection.judge;

import java.util.ArrayList;
import java.util.List;

/** A second trial, on more hosts, of what meets every threshold but may be chance among so many (record 20). */
public final class MoreHosts implements Rule {
    @Override
    public List<Finding> apply(List<Finding> findings, Docket docket) {
        boolean[] discovered = FalseDiscoveryRate.discovered(findings, docket);
        List<Finding> firm = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean open = finding.isTrigger()
                    && !discovered[i]
                    && !docket.study().probes().exhausted();
            firm.add(open ? docket.trial().onMoreHosts(finding) : finding);
        }
        return firm;
    }
}
