package io.kenshin.contracts.probe;

import java.util.List;

/**
 * The question "what does this model predict for this code?", on {@code kenshin.probes}.
 *
 * @param directory of the model version
 */
public record ProbeRequest(String directory, List<String> codes) {}
