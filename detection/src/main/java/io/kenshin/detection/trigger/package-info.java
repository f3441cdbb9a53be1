/** Patterns that may be triggers, and how they are mined. */
@NullMarked
package io.kenshin.detection.trigger;

import org.jspecify.annotations.NullMarked;
