/** Training samples and their identity. */
@NullMarked
package io.kenshin.contracts.sample;

import org.jspecify.annotations.NullMarked;
