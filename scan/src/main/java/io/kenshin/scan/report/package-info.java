/** Findings of an investigation in the words and numbers that travel, and back. */
@NullMarked
package io.kenshin.scan.report;

import org.jspecify.annotations.NullMarked;
