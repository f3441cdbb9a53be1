/** Reports and progress for others. */
@NullMarked
package io.kenshin.analysis.report;

import org.jspecify.annotations.NullMarked;
