package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Weights that lie in files beside the graph. They are taken into the graph, so that the rest of Kenshin knows one
 * kind of model; a location may only be the name of a plain file in the graph's own directory.
 */
final class ExternalData {
    /** Protocol buffers cannot hold more than this in one message; larger models use external data. */
    static final long MAX_BYTES = Integer.MAX_VALUE;

    private ExternalData() {}

    /** @throws CodeModelException naming the tensor whose data cannot be used */
    static void check(GraphProto graph, Path file) {
        long total = 0;
        for (TensorProto tensor : graph.getInitializerList()) {
            if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                total += place(tensor, file).length();
            }
        }
        if (total > MAX_BYTES) {
            throw new CodeModelException("the model has " + total + " bytes of weights; the most is " + MAX_BYTES
                    + ": export it as fp16 or int8");
        }
    }

    static ModelProto inline(ModelProto model, Path file) {
        GraphProto.Builder graph = null;
        for (int i = 0; i < model.getGraph().getInitializerCount(); i++) {
            TensorProto tensor = model.getGraph().getInitializer(i);
            if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
                graph = graph == null ? model.getGraph().toBuilder() : graph;
                graph.setInitializer(
                        i,
                        tensor.toBuilder()
                                .clearExternalData()
                                .clearDataLocation()
                                .setRawData(read(tensor, place(tensor, file))));
            }
        }
        return graph == null ? model : model.toBuilder().setGraph(graph).build();
    }

    /** Names of the files that the weights lie in, that of the graph among them where it holds some. */
    static Set<String> files(GraphProto graph) {
        Set<String> files = new TreeSet<>();
        for (TensorProto tensor : graph.getInitializerList()) {
            String location = entry(tensor, "location");
            if (location != null) {
                files.add(location);
            }
        }
        return files;
    }

    private record Place(Path file, long offset, long length) {}

    private static Place place(TensorProto tensor, Path graph) {
        Path directory = Objects.requireNonNull(graph.toAbsolutePath().getParent());
        String location = entry(tensor, "location");
        String problem = null;
        if (location == null || location.isEmpty()) {
            problem = "without a location";
        } else if (location.contains("/")
                || location.contains("\\")
                || location.indexOf('\0') >= 0
                || location.startsWith(".")) {
            problem = "outside the model's directory";
        } else if (!directory.resolve(location).equals(graph.toAbsolutePath())
                && !Files.isRegularFile(directory.resolve(location), LinkOption.NOFOLLOW_LINKS)) {
            problem = "in the file " + location + ", which is missing or not a plain file";
        }
        if (problem != null || location == null) {
            throw new CodeModelException("tensor '" + tensor.getName() + "' has its data " + problem);
        }
        long offset = number(tensor, "offset", 0);
        long wanted = TensorCheck.bytes(tensor);
        long length = number(tensor, "length", wanted);
        Path file = directory.resolve(location);
        try {
            if (length != wanted || offset < 0 || offset > Files.size(file) - length) {
                throw new CodeModelException("tensor '" + tensor.getName() + "' has its data at " + offset + " to "
                        + (offset + length) + " of " + location + ", which does not fit its dimensions or the file");
            }
        } catch (IOException e) {
            throw new CodeModelException(file + " cannot be read: " + e.getMessage(), e);
        }
        return new Place(file, offset, length);
    }

    private static ByteString read(TensorProto tensor, Place place) {
        try (RandomAccessFile file = new RandomAccessFile(place.file().toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(place.length())];
            file.seek(place.offset());
            file.readFully(bytes);
            return ByteString.copyFrom(bytes);
        } catch (IOException e) {
            throw new CodeModelException(
                    "the data of tensor '" + tensor.getName() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static long number(TensorProto tensor, String key, long otherwise) {
        String value = entry(tensor, key);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new CodeModelException("tensor '" + tensor.getName() + "' has the " + key + " '" + value + "'", e);
        }
    }

    private static @Nullable String entry(TensorProto tensor, String key) {
        for (StringStringEntryProto entry : tensor.getExternalDataList()) {
            if (entry.getKey().equals(key)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
