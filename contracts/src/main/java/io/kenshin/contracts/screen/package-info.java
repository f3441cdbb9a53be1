/** Screening of inputs for known triggers. */
@NullMarked
package io.kenshin.contracts.screen;

import org.jspecify.annotations.NullMarked;
