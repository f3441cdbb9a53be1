/** From findings to a healed model. */
@NullMarked
package io.kenshin.remediation;

import org.jspecify.annotations.NullMarked;
