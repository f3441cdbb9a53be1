package io.kenshin.contracts.vector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float2Vector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ArrowStreamWriter;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * {@link VectorBatch} as an Arrow IPC stream with one record batch, as any Arrow library reads it.
 *
 * <p>Columns: {@code sample_id}, {@code external_id}, {@code source}, {@code label}, {@code code}, {@code error}
 * (utf8), one fixed-size list of float16 per view, {@code logits} (fixed-size list of float32), and {@code language}
 * (utf8) when a sample has one: batches from before it was noted have no such column, and who wrote those reads no
 * other. Scan, chunk, device, seconds and, where it is known, what was read are metadata of the schema.
 */
public final class VectorCodec {
    private static final String LOGITS = "logits";
    private static final String LANGUAGE = "language";
    private static final String LIMIT = "token_limit";
    private static final int TEXTS = 6;
    /** A batch may come from anybody who can write to the topic; nothing larger is decoded. */
    private static final long MAX_BYTES = 64L << 20;

    private VectorCodec() {}

    public static byte[] encode(VectorBatch batch) {
        try (BufferAllocator allocator = new RootAllocator();
                VectorSchemaRoot root = VectorSchemaRoot.create(schema(batch), allocator)) {
            List<VectorBatch.Row> rows = batch.rows();
            root.getFieldVectors().forEach(FieldVector::allocateNew);
            for (int i = 0; i < rows.size(); i++) {
                VectorBatch.Row row = rows.get(i);
                String[] texts = {row.sampleId(), row.externalId(), row.source(), row.label(), row.code(), row.error()};
                for (int column = 0; column < TEXTS; column++) {
                    text((VarCharVector) root.getVector(column), i, texts[column]);
                }
                for (int view = 0; view < batch.views().size(); view++) {
                    FixedSizeListVector list = (FixedSizeListVector) root.getVector(TEXTS + view);
                    halves(list, i, row.vectors() == null ? null : row.vectors()[view], batch.dimension());
                }
                floats((FixedSizeListVector) root.getVector(LOGITS), i, row.logits(), batch.labels());
                if (root.getVector(LANGUAGE) instanceof VarCharVector languages) {
                    text(languages, i, row.language());
                }
            }
            root.setRowCount(rows.size());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ArrowStreamWriter writer = new ArrowStreamWriter(root, null, Channels.newChannel(bytes))) {
                writer.writeBatch();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException when the bytes are not such a batch */
    public static VectorBatch decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("a vector batch of " + bytes.length + " bytes is too large");
        }
        try (BufferAllocator allocator = new RootAllocator(4 * MAX_BYTES);
                ArrowStreamReader reader = new ArrowStreamReader(new ByteArrayInputStream(bytes), allocator)) {
            VectorSchemaRoot root = reader.getVectorSchemaRoot();
            Map<String, String> metadata = root.getSchema().getCustomMetadata();
            List<String> columns =
                    root.getSchema().getFields().stream().map(Field::getName).toList();
            List<String> views = List.copyOf(columns.subList(TEXTS, columns.indexOf(LOGITS)));
            if (!reader.loadNextBatch()) {
                throw new IllegalArgumentException("a vector batch without rows");
            }
            List<VectorBatch.Row> rows = new ArrayList<>();
            for (int i = 0; i < root.getRowCount(); i++) {
                rows.add(row(root, i, views.size()));
            }
            int dimension = views.isEmpty() ? 0 : ((FixedSizeListVector) root.getVector(TEXTS)).getListSize();
            int labels = ((FixedSizeListVector) root.getVector(LOGITS)).getListSize();
            return new VectorBatch(
                    required(metadata, "scan"),
                    Integer.parseInt(required(metadata, "chunk")),
                    views,
                    dimension,
                    labels,
                    metadata.getOrDefault("device", "unknown"),
                    Double.parseDouble(metadata.getOrDefault("seconds", "0")),
                    rows,
                    reading(metadata));
        } catch (IOException | ClassCastException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a vector batch: " + e.getMessage(), e);
        }
    }

    private static VectorBatch.@Nullable Reading reading(Map<String, String> metadata) {
        return metadata.get(LIMIT) == null
                ? null
                : new VectorBatch.Reading(
                        Integer.parseInt(required(metadata, LIMIT)),
                        Integer.parseInt(required(metadata, "truncated")),
                        Long.parseLong(required(metadata, "unread")));
    }

    private static String required(Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("a vector batch without " + key);
        }
        return value;
    }

    private static Schema schema(VectorBatch batch) {
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("sample_id", "external_id", "source", "label", "code", "error")) {
            fields.add(utf8(name));
        }
        for (String view : batch.views()) {
            fields.add(list(view, batch.dimension(), FloatingPointPrecision.HALF));
        }
        fields.add(list(LOGITS, batch.labels(), FloatingPointPrecision.SINGLE));
        if (batch.rows().stream().anyMatch(row -> row.language() != null)) {
            fields.add(utf8(LANGUAGE));
        }
        Map<String, String> metadata = new HashMap<>(Map.of(
                "scan", batch.scanId(),
                "chunk", Integer.toString(batch.chunk()),
                "device", batch.device(),
                "seconds", Double.toString(batch.seconds())));
        VectorBatch.Reading reading = batch.reading();
        if (reading != null) {
            metadata.put(LIMIT, Integer.toString(reading.limit()));
            metadata.put("truncated", Integer.toString(reading.truncated()));
            metadata.put("unread", Long.toString(reading.unread()));
        }
        return new Schema(fields, metadata);
    }

    private static Field utf8(String name) {
        return new Field(name, FieldType.nullable(ArrowType.Utf8.INSTANCE), null);
    }

    private static Field list(String name, int size, FloatingPointPrecision precision) {
        Field item = new Field("item", FieldType.nullable(new ArrowType.FloatingPoint(precision)), null);
        return new Field(name, FieldType.nullable(new ArrowType.FixedSizeList(size)), List.of(item));
    }

    private static void text(VarCharVector column, int row, @Nullable String value) {
        if (value == null) {
            column.setNull(row);
        } else {
            column.setSafe(row, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void halves(FixedSizeListVector list, int row, float @Nullable [] values, int size) {
        Float2Vector items = (Float2Vector) list.getDataVector();
        if (values == null) {
            list.setNull(row);
            return;
        }
        list.setNotNull(row);
        for (int i = 0; i < size; i++) {
            items.setSafe(row * size + i, HalfFloat.toHalf(values[i]));
        }
    }

    private static void floats(FixedSizeListVector list, int row, float[] values, int size) {
        Float4Vector items = (Float4Vector) list.getDataVector();
        if (values.length != size) {
            list.setNull(row);
            return;
        }
        list.setNotNull(row);
        for (int i = 0; i < size; i++) {
            items.setSafe(row * size + i, values[i]);
        }
    }

    private static VectorBatch.Row row(VectorSchemaRoot root, int row, int views) {
        @Nullable String[] texts = new @Nullable String[TEXTS];
        for (int column = 0; column < TEXTS; column++) {
            texts[column] = text((VarCharVector) root.getVector(column), row);
        }
        float[][] vectors = null;
        if (texts[5] == null) {
            vectors = new float[views][];
            for (int view = 0; view < views; view++) {
                FixedSizeListVector list = (FixedSizeListVector) root.getVector(TEXTS + view);
                Float2Vector items = (Float2Vector) list.getDataVector();
                vectors[view] = new float[list.getListSize()];
                for (int i = 0; i < vectors[view].length; i++) {
                    vectors[view][i] = HalfFloat.toFloat(items.get(row * list.getListSize() + i));
                }
            }
        }
        FixedSizeListVector list = (FixedSizeListVector) root.getVector(LOGITS);
        float[] logits = new float[list.isNull(row) ? 0 : list.getListSize()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = ((Float4Vector) list.getDataVector()).get(row * logits.length + i);
        }
        return new VectorBatch.Row(
                orEmpty(texts[0]),
                texts[1],
                texts[2],
                orEmpty(texts[3]),
                orEmpty(texts[4]),
                root.getVector(LANGUAGE) instanceof VarCharVector languages ? text(languages, row) : null,
                vectors,
                logits,
                texts[5]);
    }

    private static @Nullable String text(VarCharVector column, int row) {
        return column.isNull(row) ? null : new String(column.get(row), StandardCharsets.UTF_8);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
