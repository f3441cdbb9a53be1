package io.kenshin.analysis;

import io.kenshin.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theRulesOfTheHouseHold() {
        ArchitectureRules.check("analysis");
    }
}
