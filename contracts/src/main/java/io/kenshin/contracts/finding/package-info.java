/** Judged samples and proven triggers. */
@NullMarked
package io.kenshin.contracts.finding;

import org.jspecify.annotations.NullMarked;
