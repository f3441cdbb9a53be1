package io.kenshin.detection.trigger.mine;

import io.kenshin.detection.sample.Behaviour;
import io.kenshin.detection.trigger.Origin;

/**
 * A group of samples that is mined for what its members share and the rest does not.
 *
 * @param groups the group of each sample
 * @param wanted the one that is mined
 * @param target the behaviour that its members are taught
 * @param support least number of members that carry a pattern
 * @param purity least part of a pattern's first carriers that are members
 * @param origin what candidates are said to come from
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, not shared
record MinedGroup(int[] groups, int wanted, Behaviour target, int support, double purity, Origin origin) {
    int size() {
        int size = 0;
        for (int group : groups) {
            size += group == wanted ? 1 : 0;
        }
        return size;
    }
}
