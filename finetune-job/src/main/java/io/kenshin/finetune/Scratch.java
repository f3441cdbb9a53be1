package io.kenshin.finetune;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Native memory for one batch, used again for the next.
 *
 * <p>The engine wraps a direct buffer without copying it but copies anything else into a new direct buffer, which
 * lives until the garbage collector finds its tiny handle: with a roomy heap that is hundreds of megabytes later.
 */
final class Scratch {
    private ByteBuffer memory = ByteBuffer.allocateDirect(0);

    /** Zeroed memory of that size; what was given out before is overwritten. */
    ByteBuffer cleared(int bytes) {
        if (memory.capacity() < bytes) {
            memory = ByteBuffer.allocateDirect(bytes + bytes / 2);
        }
        ByteBuffer part = memory.slice(0, bytes).order(ByteOrder.nativeOrder());
        for (int i = 0; i + Long.BYTES <= bytes; i += Long.BYTES) {
            part.putLong(i, 0);
        }
        for (int i = bytes - bytes % Long.BYTES; i < bytes; i++) {
            part.put(i, (byte) 0);
        }
        return part;
    }
}
