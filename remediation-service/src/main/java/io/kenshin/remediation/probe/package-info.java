/** Questions to models. */
@NullMarked
package io.kenshin.remediation.probe;

import org.jspecify.annotations.NullMarked;
