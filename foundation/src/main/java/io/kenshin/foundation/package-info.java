/** What every service shares: errors, JSON, probes, access. */
@NullMarked
package io.kenshin.foundation;

import org.jspecify.annotations.NullMarked;
