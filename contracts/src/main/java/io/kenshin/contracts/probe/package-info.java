/** Questions to a model and their answers. */
@NullMarked
package io.kenshin.contracts.probe;

import org.jspecify.annotations.NullMarked;
