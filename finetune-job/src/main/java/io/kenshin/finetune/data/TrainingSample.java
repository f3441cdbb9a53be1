package io.kenshin.finetune.data;

/** One sample to learn from; {@code id} names it in the record of losses. */
public record TrainingSample(String id, String code, String label) {}
