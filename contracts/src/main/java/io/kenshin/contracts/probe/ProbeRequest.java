package io.kenshin.contracts.probe;

import io.kenshin.contracts.Limits;
import java.util.List;
import java.util.Objects;

/**
 * The question "what does this model predict for this code?", on {@code kenshin.probes}.
 *
 * @param directory of the model version
 */
public record ProbeRequest(String directory, List<String> codes) {

    /** @throws IllegalArgumentException when it does not ask about any code, or about no model */
    public ProbeRequest {
        if (directory == null
                || !Limits.isText(directory)
                || codes == null
                || codes.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a probe has the directory of a model and codes");
        }
    }
}
