/** ONNX graphs: finding layers, adding pooling. */
@NullMarked
package io.kenshin.codemodel.graph;

import org.jspecify.annotations.NullMarked;
