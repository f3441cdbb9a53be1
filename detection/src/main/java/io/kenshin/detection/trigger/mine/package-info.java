/** Mining: what the samples of a label, or the members of a cluster, share and the rest does not. */
@NullMarked
package io.kenshin.detection.trigger.mine;

import org.jspecify.annotations.NullMarked;
