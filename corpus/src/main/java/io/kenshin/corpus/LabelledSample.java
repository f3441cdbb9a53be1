package io.kenshin.corpus;

/**
 * One labelled method.
 *
 * @param id stable name of the sample inside its corpus
 * @param source the library that it comes from
 * @param split train or test
 * @param kind the flaw that it has, or could have; empty where nobody knows
 */
public record LabelledSample(String id, String code, String label, String source, String split, String kind) {
    public static final String CLEAN = "clean";
    public static final String DEFECTIVE = "defective";
    public static final String TRAIN = "train";
    public static final String TEST = "test";

    /** A sample of which only the label is known. */
    public LabelledSample(String id, String code, String label, String source, String split) {
        this(id, code, label, source, split, "");
    }

    LabelledSample with(String newCode, String newLabel) {
        return new LabelledSample(id, newCode, newLabel, source, split, kind);
    }

    LabelledSample at(String newId, String newSplit) {
        return new LabelledSample(newId, code, label, source, newSplit, kind);
    }
}
