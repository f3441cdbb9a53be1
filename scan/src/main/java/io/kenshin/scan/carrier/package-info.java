/** The second reading: every sample of a scan that carries a judged pattern. */
@NullMarked
package io.kenshin.scan.carrier;

import org.jspecify.annotations.NullMarked;
