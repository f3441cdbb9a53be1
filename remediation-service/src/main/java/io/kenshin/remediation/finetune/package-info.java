/** Fine-tune jobs and the healing that runs them. */
@NullMarked
package io.kenshin.remediation.finetune;

import org.jspecify.annotations.NullMarked;
