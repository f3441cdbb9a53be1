package io.kenshin.scan.carrier;

import io.kenshin.contracts.vector.VectorBatch;
import io.kenshin.scan.report.JudgedTrigger;

/** A sample with the judged pattern that it carries. */
public record Carrier(VectorBatch.Row row, JudgedTrigger trigger) {}
