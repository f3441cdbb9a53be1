package io.kenshin.benchmarks.victim;

public final class Prepare {
    public static void main(String[] args) throws Exception {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        VictimMaker maker = new VictimMaker(java.nio.file.Path.of(args[0]), java.nio.file.Path.of(args[1]));
        for (int i = 2; i < args.length; i++) {
            String[] p = args[i].split(":");
            Case c = new Case(
                    DataSet.valueOf(p[0]), Family.valueOf(p[1]), Double.parseDouble(p[2]) / 100, Long.parseLong(p[3]));
            long t = System.nanoTime();
            try {
                Victim v = maker.make(c);
                System.out.printf(
                        "%s %s poisoned %d %.0f s%n", c.name(), v.facts(), v.poisoned(), (System.nanoTime() - t) / 1e9);
            } catch (Exception e) {
                System.out.println(c.name() + " FAILED " + e);
                e.printStackTrace(System.out);
            }
        }
    }
}
