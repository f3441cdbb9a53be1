package io.kenshin.benchmarks;

import io.kenshin.architecture.PackageRules;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void thePackagesAreFreeOfCycles() {
        PackageRules.check("io.kenshin.benchmarks");
    }
}
