/** How a data set and a model change from scan to scan: drift told apart from attack. */
@NullMarked
package io.kenshin.analysis.trend;

import org.jspecify.annotations.NullMarked;
