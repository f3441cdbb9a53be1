/** Inputs on their way to a model are looked at for known triggers. */
@NullMarked
package io.kenshin.remediation.screen;

import org.jspecify.annotations.NullMarked;
