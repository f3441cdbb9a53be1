/** From findings and the end of a scan to a case. */
@NullMarked
package io.kenshin.remediation.open;

import org.jspecify.annotations.NullMarked;
