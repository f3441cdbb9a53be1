/** Promotion and rollback. */
@NullMarked
package io.kenshin.remediation.promote;

import org.jspecify.annotations.NullMarked;
