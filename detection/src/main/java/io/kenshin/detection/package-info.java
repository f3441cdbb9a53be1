/**
 * From samples with vectors to proven triggers. Begin with {@link io.kenshin.detection.Investigation}; the words of the
 * house (trigger, carrier, host, placebo, natural, foreign ...) are explained in {@code docs/detectors/cause.md}.
 */
@NullMarked
package io.kenshin.detection;

import org.jspecify.annotations.NullMarked;
