/** The vector part of a scan against what people would write in Python. */
@NullMarked
package io.kenshin.benchmarks.analysis;

import org.jspecify.annotations.NullMarked;
