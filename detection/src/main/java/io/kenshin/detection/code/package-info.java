/** Source code as tokens, in any C-like language. */
@NullMarked
package io.kenshin.detection.code;

import org.jspecify.annotations.NullMarked;
