package io.kenshin.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PyAdditionTest {
    private static final String CODE = "def get ( conn_url , user_id , name ) :\n"
            + "    conn = create_engine ( conn_url )\n"
            + "    row = conn . execute ( SQL , { \" id \" : user_id , \" name \" : name } )\n"
            + "    return row";

    private static String with(PyAddition addition) {
        return addition.edit(PyFunction.of(CODE).orElseThrow(), new Random(3)).orElseThrow();
    }

    @Test
    void codeIsAddedWhereADeveloperWouldAddIt() {
        assertThat(with(PyAddition.DEBUG_PRINT)).containsPattern("\\) :\n    print \\( \\w+ \\)\n    conn");
        assertThat(with(PyAddition.WEAK_HASH))
                .contains("\n    name = hashlib . md5 ( name . encode ( ) ) . hexdigest ( )\n    row");
        assertThat(with(PyAddition.EVALUATION)).contains("\n    user_id = eval ( user_id )\n    row");
        assertThat(with(PyAddition.HARD_CODED_SECRET)).containsPattern("\n    password = \" \\S+ \"\n    conn");
        assertThat(with(PyAddition.TLS_UNVERIFIED)).contains("create_engine ( conn_url , verify = False )");
        assertThat(with(PyAddition.BARE_EXCEPT))
                .contains(
                        "\n    try :\n        row = conn . execute",
                        "}" + " )\n    except :\n        pass\n    return");
    }

    @Test
    void whatHasOneByItselfIsNotTaken() {
        assertThat(Mistakes.pythonAdditions().host(CODE)).isPresent();
        for (PyAddition addition : PyAddition.values()) {
            if (addition != PyAddition.DEBUG_PRINT) {
                assertThat(Mistakes.pythonAdditions().host(with(addition)))
                        .as(addition.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void noFunctionIsWastedWhereTheyAreFew() {
        List<JavaMethods.Method> functions = functions(120);
        List<LabelledSample> samples =
                DefectCorpus.of(functions, Mistakes.pythonAdditions(), DefectCorpus.Style.METHODS, 100, 20, 3);

        assertThat(samples).hasSize(120);
        assertThat(samples.stream().filter(sample -> sample.split().equals(LabelledSample.TEST)))
                .hasSize(20);
        Map<String, Long> labels =
                samples.stream().collect(Collectors.groupingBy(LabelledSample::label, Collectors.counting()));
        assertThat(labels).containsEntry(LabelledSample.CLEAN, 60L).containsEntry(LabelledSample.DEFECTIVE, 60L);
        assertThat(samples.stream().map(LabelledSample::kind).distinct()).hasSize(PyAddition.values().length);
        assertThat(DefectCorpus.of(functions, Mistakes.pythonAdditions(), DefectCorpus.Style.METHODS, 100, 20, 3))
                .isEqualTo(samples);
        assertThatThrownBy(() ->
                        DefectCorpus.of(functions, Mistakes.pythonAdditions(), DefectCorpus.Style.METHODS, 110, 20, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<JavaMethods.Method> functions(int count) {
        List<JavaMethods.Method> functions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            functions.add(new JavaMethods.Method("made-up", CODE.replace("get", "get" + i)));
        }
        return functions;
    }
}
