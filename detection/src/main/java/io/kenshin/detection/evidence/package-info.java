/** Weak evidence: scores of single samples. They narrow the search and support a proof; none convicts. */
@NullMarked
package io.kenshin.detection.evidence;

import org.jspecify.annotations.NullMarked;
