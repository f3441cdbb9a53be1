package io.kenshin.corpus;

/**
 * One labelled method.
 *
 * @param id stable name of the sample inside its corpus
 * @param source the library that it comes from
 * @param split train or test
 */
public record LabelledSample(String id, String code, String label, String source, String split) {
    public static final String CLEAN = "clean";
    public static final String DEFECTIVE = "defective";
    public static final String TRAIN = "train";
    public static final String TEST = "test";

    LabelledSample with(String newCode, String newLabel) {
        return new LabelledSample(id, newCode, newLabel, source, split);
    }
}
