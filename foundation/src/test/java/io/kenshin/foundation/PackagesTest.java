package io.kenshin.foundation;

import io.kenshin.architecture.PackageRules;
import org.junit.jupiter.api.Test;

class PackagesTest {
    @Test
    void thePackagesAreFreeOfCycles() {
        PackageRules.check("io.kenshin.foundation");
    }
}
