/** The samples that an investigation looks at, out of all that a scan brings. */
@NullMarked
package io.kenshin.scan.sample;

import org.jspecify.annotations.NullMarked;
