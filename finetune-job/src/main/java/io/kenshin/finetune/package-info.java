/** The trainer: ONNX in, ONNX out. */
@NullMarked
package io.kenshin.finetune;

import org.jspecify.annotations.NullMarked;
