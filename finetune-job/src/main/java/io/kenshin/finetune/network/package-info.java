/** The trained part of a graph as a network with gradients. */
@NullMarked
package io.kenshin.finetune.network;

import org.jspecify.annotations.NullMarked;
