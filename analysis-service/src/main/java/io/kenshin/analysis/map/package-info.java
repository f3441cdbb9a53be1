/** The map of a scan: its samples in the plane, near where their vectors are near. */
@NullMarked
package io.kenshin.analysis.map;

import org.jspecify.annotations.NullMarked;
