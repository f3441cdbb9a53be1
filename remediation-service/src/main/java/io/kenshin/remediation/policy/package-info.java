/** What a team wants done by itself, and what only by people. */
@NullMarked
package io.kenshin.remediation.policy;

import org.jspecify.annotations.NullMarked;
