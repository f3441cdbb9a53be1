package io.kenshin.detection.judge;

/** The verdict on one candidate, the gravest first. */
public enum Judgement {
    /** A planted trigger: proof by cause, or by its carriers where the model has not learned it. */
    TRIGGER,
    /** It flips the model and is nearly exchangeable, but the proof is incomplete: people should look. */
    SUSPECT,
    /** A natural pattern of the task that the model leans on. */
    SHORTCUT
}
