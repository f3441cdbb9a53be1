/** What may be a backdoor trigger: how it is found in code, put in and taken out. */
@NullMarked
package io.kenshin.detection.trigger;

import org.jspecify.annotations.NullMarked;
