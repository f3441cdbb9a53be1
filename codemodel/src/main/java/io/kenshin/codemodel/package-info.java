/** An ONNX code model that can be looked into. */
@NullMarked
package io.kenshin.codemodel;

import org.jspecify.annotations.NullMarked;
