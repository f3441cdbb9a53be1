/** Questions to the model that is scanned. */
@NullMarked
package io.kenshin.analysis.probe;

import org.jspecify.annotations.NullMarked;
