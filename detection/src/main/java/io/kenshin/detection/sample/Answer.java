package io.kenshin.detection.sample;

/** The reaction of a model to one piece of code. */
public interface Answer {
    /** The behaviour that the model shows most plainly. */
    Behaviour shown();

    /** How much more plainly the model shows a behaviour than any other; negative when another is plainer. */
    double margin(Behaviour behaviour);

    default boolean shows(Behaviour behaviour) {
        return shown().equals(behaviour);
    }
}
