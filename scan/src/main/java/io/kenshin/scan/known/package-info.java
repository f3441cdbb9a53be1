/** Triggers that earlier scans have proven, recognised in new samples. */
@NullMarked
package io.kenshin.scan.known;

import org.jspecify.annotations.NullMarked;
