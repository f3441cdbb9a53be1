package io.kenshin.detection.maths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AssociationTest {
    /** From the definition, 2 Σ O ln(O / E) over the four cells of the table, worked out elsewhere. */
    @Test
    void agreesWithTheContingencyTable() {
        assertThat(Association.gSquared(8, 10, 50, 200)).isCloseTo(14.195942925755812, within(1e-9));
        assertThat(Association.gSquared(20, 20, 1000, 2000)).isCloseTo(27.92791085992562, within(1e-9));
        assertThat(Association.gSquared(40, 43, 980, 1960)).isCloseTo(38.56365865747249, within(1e-9));
    }

    @Test
    void whatGoesWithTheOthersOrWithNobodyHasNone() {
        assertThat(Association.gSquared(5, 10, 100, 200)).isZero();
        assertThat(Association.gSquared(1, 10, 100, 200)).isZero();
    }

    @Test
    void patternAndGroupMayChangePlacesAndMoreInsideIsStronger() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            int all = 100 + random.nextInt(1000);
            int size = 10 + random.nextInt(all / 2 - 10);
            int total = 2 + random.nextInt(size - 2);
            int inside = (int) ((long) total * size / all) + 1;
            double association = Association.gSquared(inside, total, size, all);

            assertThat(association).isPositive();
            assertThat(Association.gSquared(inside, size, total, all)).isCloseTo(association, within(1e-6));
            if (inside < total) {
                assertThat(Association.gSquared(inside + 1, total, size, all)).isGreaterThan(association);
            }
        }
    }
}
