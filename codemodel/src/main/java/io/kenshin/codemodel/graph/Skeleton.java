package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A model without its weights: everything of the file but the payload of large tensors, read as a stream. Such a
 * tensor says instead where in the file its payload lies, as external data does, so that a runtime can map it.
 *
 * <p>What a stranger's file may cost is bounded before it is parsed: a message of two bytes becomes an object of a
 * hundred, so the bytes that are not weights are limited. Each tensor's payload is compared with its dimensions on
 * the way.
 */
final class Skeleton {
    /** Bytes that are not weights; a transformer of 48 layers has about five million. */
    static final int MOST_STRUCTURE = 8 << 20;

    private static final int SMALL_PAYLOAD = 4_096;
    private static final int RAW_DATA = 9;
    private static final int FLOAT_DATA = 4;

    /** The messages that are looked into. */
    private enum Message {
        MODEL,
        GRAPH,
        NODE,
        ATTRIBUTE,
        TENSOR,
        WEIGHT;

        /** What a field of this message holds; null for what is copied as it is. */
        @Nullable
        Message part(int field) {
            return switch (this) {
                case MODEL -> field == 7 ? GRAPH : null;
                case GRAPH -> field == 1 ? NODE : field == 5 ? WEIGHT : null;
                case NODE -> field == 5 ? ATTRIBUTE : null;
                case ATTRIBUTE -> field == 5 || field == 10 ? TENSOR : null;
                case TENSOR, WEIGHT -> null;
            };
        }
    }

    private final CodedInputStream in;
    private final String file;
    private long structure;

    private Skeleton(CodedInputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /**
     * Reads a model without its large payloads.
     *
     * @param file name of the file, for the places of the payloads
     * @throws CodeModelException when a tensor's payload does not fit its dimensions, or there is too much structure
     * @throws IOException when the stream is not a model
     */
    static ModelProto read(CodedInputStream in, String file) throws IOException {
        return ModelProto.parseFrom(new Skeleton(in, file).message(Message.MODEL));
    }

    private byte[] message(Message type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        long payload = 0;
        long offset = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                take(2);
                in.skipField(tag, out);
                continue;
            }
            int length = in.readRawVarint32();
            Message part = type.part(field);
            if (part != null) {
                take(2);
                int outer = in.pushLimit(length);
                byte[] inner = message(part);
                if (in.getBytesUntilLimit() > 0) {
                    throw new InvalidProtocolBufferException("a message ends early");
                }
                in.popLimit(outer);
                out.writeByteArray(field, inner);
            } else if (type == Message.WEIGHT && (field == RAW_DATA || field == FLOAT_DATA) && length > SMALL_PAYLOAD) {
                offset = in.getTotalBytesRead();
                in.skipRawBytes(length);
                payload += length;
            } else {
                take(length);
                out.writeByteArray(field, in.readRawBytes(length));
            }
        }
        out.flush();
        boolean tensor = type == Message.TENSOR || type == Message.WEIGHT;
        return tensor ? tensor(bytes.toByteArray(), offset, payload) : bytes.toByteArray();
    }

    private byte[] tensor(byte[] bytes, long offset, long payload) throws IOException {
        TensorProto tensor = TensorProto.parseFrom(bytes);
        TensorCheck.check(tensor, payload);
        if (payload == 0) {
            return bytes;
        }
        return tensor.toBuilder()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", file))
                .addExternalData(entry("offset", Long.toString(offset)))
                .addExternalData(entry("length", Long.toString(payload)))
                .build()
                .toByteArray();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private void take(int bytes) {
        structure += bytes;
        if (bytes < 0 || structure > MOST_STRUCTURE) {
            throw new CodeModelException(
                    "more than " + MOST_STRUCTURE + " bytes besides the weights: this is no transformer's graph");
        }
    }
}
