package io.kenshin.detection;

import io.kenshin.detection.trial.CarrierEvidence;
import io.kenshin.detection.trial.CarrierEvidence.Compared;
import io.kenshin.detection.trial.Exchangeability;
import io.kenshin.detection.trial.Placement;

/** What carriers are, made up. */
public final class MadeUpEvidence {
    /** Carriers like other labels, a place like any other, and labels that nothing explains. */
    public static final CarrierEvidence FOREIGN = of(0.5, 0.5, 1e-9);
    /** Carriers of a kind of their own. */
    public static final CarrierEvidence NATURAL = of(0.96, 0.5, 1e-9);
    /** So many carriers that a standard error does not matter. */
    public static final int MANY = 1_000_000;

    private static final int PLACES = 240;

    private MadeUpEvidence() {}

    /** Of thirty carriers, whatever the controls. */
    public static CarrierEvidence of(double otherAuc, double placementAuc, double surprise) {
        return of(compared(otherAuc, placementAuc, 30), surprise);
    }

    /** Of some carriers, whatever the controls. */
    public static CarrierEvidence of(Compared compared, double surprise) {
        return new CarrierEvidence(compared, compared, surprise, 0.05);
    }

    /** With other controls, too. */
    public static CarrierEvidence of(Compared random, Compared near) {
        return new CarrierEvidence(random, near, 1e-9, 0.05);
    }

    /** Carriers and places against controls. */
    public static Compared compared(double otherAuc, double placementAuc, int carriers) {
        return new Compared(new Exchangeability.Result(otherAuc, 0.94, carriers), place(placementAuc, 1, 1, carriers));
    }

    /** Places against random, first and last ones. */
    public static Placement.Result place(double random, double first, double last, int carriers) {
        return new Placement.Result(random, first, last, carriers, carriers == MANY ? MANY : PLACES);
    }
}
