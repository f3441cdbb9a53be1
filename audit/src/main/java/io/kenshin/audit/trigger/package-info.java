/** The search for a trigger without training data. */
@NullMarked
package io.kenshin.audit.trigger;

import org.jspecify.annotations.NullMarked;
