/** Scans from plan to report. */
@NullMarked
package io.kenshin.contracts.scan;

import org.jspecify.annotations.NullMarked;
