/** Judges samples as they arrive by what earlier scans have proven. */
@NullMarked
package io.kenshin.analysis.watch;

import org.jspecify.annotations.NullMarked;
