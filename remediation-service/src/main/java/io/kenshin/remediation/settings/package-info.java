/** Where remediation's helpers are. */
@NullMarked
package io.kenshin.remediation.settings;

import org.jspecify.annotations.NullMarked;
