/** Triggers in numbers and words. */
@NullMarked
package io.kenshin.analysis.trigger;

import org.jspecify.annotations.NullMarked;
