package io.kenshin.codemodel.graph;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** An ONNX file on disk, read with a bound on its size because it may come from anybody. */
public final class OnnxFile {
    private OnnxFile() {}

    /**
     * Reads and checks a model file with all its weights, also those in files beside it.
     *
     * @throws CodeModelException when the file is missing, damaged, too large, or not a graph that may be run
     */
    public static ModelProto read(Path file) {
        return ExternalData.inline(skeleton(file), file);
    }

    /**
     * Reads and checks a model file without its large weights: in little memory, whatever the size of the file. A
     * tensor left out says where it lies, as external data in the file's own directory.
     *
     * @throws CodeModelException as {@link #read}
     */
    public static ModelProto skeleton(Path file) {
        ModelProto model = parse(file);
        if (!model.hasGraph() || model.getGraph().getNodeCount() == 0) {
            throw new CodeModelException(file + " holds no graph: it is not an ONNX model");
        }
        try {
            GraphCheck.check(model);
            ExternalData.check(model.getGraph(), file);
        } catch (CodeModelException e) {
            throw new CodeModelException(file + ": " + e.getMessage(), e);
        }
        return model;
    }

    /** Names of the files beside a graph that hold its weights; none when it holds them itself. */
    public static Set<String> dataFiles(Path file) {
        Set<String> files = ExternalData.files(skeleton(file).getGraph());
        files.remove(String.valueOf(file.getFileName()));
        return files;
    }

    private static ModelProto parse(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CodeModelException("no ONNX file at " + file + ": export the model with optimum first");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            long size = Files.size(file);
            if (size == 0 || size > ExternalData.MAX_BYTES) {
                throw new CodeModelException(file + " has " + size + " bytes; expected 1 to " + ExternalData.MAX_BYTES);
            }
            CodedInputStream coded = CodedInputStream.newInstance(in);
            coded.setSizeLimit(Integer.MAX_VALUE);
            return Skeleton.read(coded, String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new CodeModelException(
                    file + " cannot be read as ONNX (truncated or damaged?): " + e.getMessage(), e);
        }
    }

    /** Writes a model; the caller chooses a path that is not served yet. */
    public static void write(ModelProto model, Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            model.writeTo(out);
        } catch (IOException e) {
            throw new CodeModelException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
