/** Cases, their states, their samples and their history. */
@NullMarked
package io.kenshin.remediation.cases;

import org.jspecify.annotations.NullMarked;
