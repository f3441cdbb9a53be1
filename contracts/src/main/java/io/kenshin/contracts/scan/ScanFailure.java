package io.kenshin.contracts.scan;

/** A scan that could not be done: the data of {@code io.kenshin.scan.failed.v1}. */
public record ScanFailure(String scanId, String reason) {
    public static final String TYPE = "io.kenshin.scan.failed.v1";
}
