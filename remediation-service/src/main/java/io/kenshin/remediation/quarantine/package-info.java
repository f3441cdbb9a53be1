/** Cases, their states and their samples. */
@NullMarked
package io.kenshin.remediation.quarantine;

import org.jspecify.annotations.NullMarked;
