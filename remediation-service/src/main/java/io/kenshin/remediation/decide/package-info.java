/** What people decide about samples, and what is remembered of it. */
@NullMarked
package io.kenshin.remediation.decide;

import org.jspecify.annotations.NullMarked;
