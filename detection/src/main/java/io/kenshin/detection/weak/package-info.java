/** Weak scores of single samples. They narrow the search and support a proof; none convicts. */
@NullMarked
package io.kenshin.detection.weak;

import org.jspecify.annotations.NullMarked;
