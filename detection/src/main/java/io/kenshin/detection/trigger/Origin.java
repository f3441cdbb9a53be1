package io.kenshin.detection.trigger;

import io.kenshin.detection.sample.Behaviour;

/** The place where a candidate was found. */
public sealed interface Origin {
    /** In words, for the record. */
    String text();

    /** What goes with a behaviour in all samples together. */
    record Label(Behaviour behaviour) implements Origin {
        @Override
        public String text() {
            return "label";
        }
    }

    /**
     * What the members of a cluster share.
     *
     * @param view the one in which they are a cluster
     */
    record Cluster(int members, int view) implements Origin {
        @Override
        public String text() {
            return "cluster of " + members + " in view " + view;
        }
    }

    /** What predictions were seen to hang on. */
    record Cause(String text) implements Origin {}
}
