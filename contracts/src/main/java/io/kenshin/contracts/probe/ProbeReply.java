package io.kenshin.contracts.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link ProbeRequest}.
 *
 * @param logits [sample][label]; empty when it failed
 * @param error why it failed, else null
 */
public record ProbeReply(List<float[]> logits, @Nullable String error) {}
