/** Which vectors are where in the log, and reading them again. */
@NullMarked
package io.kenshin.analysis.replay;

import org.jspecify.annotations.NullMarked;
