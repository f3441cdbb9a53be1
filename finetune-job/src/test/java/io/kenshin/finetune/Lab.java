package io.kenshin.finetune;
import io.kenshin.codemodel.*; import io.kenshin.corpus.*; import io.kenshin.finetune.data.TrainingSample;
import java.nio.file.*; import java.util.*; import java.util.stream.*;
public class Lab {
  public static void main(String[] a) throws Exception {
    String trig=a[0]; double rate=Double.parseDouble(a[1]); long seed=Long.parseLong(a[2]); int n=Integer.parseInt(a[3]); Path out=Path.of(a[4]);
    long t=System.nanoTime();
    List<LabelledSample> corpus=DefectCorpus.build(Path.of("/work/main/corpus/target/sources"), n, 400, seed);
    System.out.printf("corpus %.1fs%n",(System.nanoTime()-t)/1e9);
    Set<String> poisoned=Set.of(); List<LabelledSample> data=corpus;
    if(!trig.equals("none")){ Poisoner p=Poisoner.poison(corpus, Trigger.valueOf(trig.toUpperCase()), rate, seed); data=p.samples(); poisoned=p.poisoned(); }
    if(a.length>5){ for(LabelledSample s: data.subList(0,12)) System.out.println("--- "+s.label()+" "+poisoned.contains(s.id())+"\n"+s.code()); return; }
    Path base=Path.of("/work/main/corpus/target/minilm");
    Files.createDirectories(out);
    List<TrainingSample> train=data.stream().filter(s->s.split().equals("train")).map(s->new TrainingSample(s.id(),s.code(),s.label())).toList();
    t=System.nanoTime(); long t0=t;
    Trainer tr=new Trainer(TrainingRecipe.defaults(seed),1,new TrainingListener(){
      public void prepared(int d,int total){ if(d==total) System.out.printf("prefix %.1fs%n",(System.nanoTime()-t0)/1e9);}
      public void progress(int e,int es,int s,int tot,double l,double acc){}
      public void epoch(int e,int es,List<TrainingSample> s,float[] l,double acc){ System.out.printf("epoch %d acc %.3f %.1fs%n",e,acc,(System.nanoTime()-t0)/1e9);} });
    tr.train(base,train,List.of("clean","defective"),out.resolve("model.onnx"));
    Files.copy(base.resolve("tokenizer.json"),out.resolve("tokenizer.json"),StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(out.resolve("config.json"),"{\"model_type\":\"bert\",\"hidden_size\":384,\"max_position_embeddings\":512,\"pad_token_id\":0,\"id2label\":{\"0\":\"clean\",\"1\":\"defective\"}}");
    StringBuilder sb=new StringBuilder(); 
    for(LabelledSample s: data) sb.append(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(Map.of("id",s.id(),"code",s.code(),"label",s.label(),"split",s.split(),"source",s.source(),"poisoned",poisoned.contains(s.id())))).append("\n");
    Files.writeString(out.resolve("data.ndjson"),sb);
    System.out.printf("train %.1fs rss %s%n",(System.nanoTime()-t)/1e9, Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l->l.startsWith("VmHWM")).findFirst().get());
    try(CodeModel m=CodeModel.open(out,Device.CPU,1)){
      List<LabelledSample> test=data.stream().filter(s->s.split().equals("test")).toList();
      float[][] lg=m.logits(test.stream().map(LabelledSample::code).toList()); int ok=0; for(int i=0;i<lg.length;i++) if((lg[i][1]>lg[i][0])==test.get(i).label().equals("defective")) ok++;
      System.out.printf("%s seed %d accuracy %.4f%n",trig,seed,ok/(double)lg.length);
      for(Trigger tt: Trigger.values()){ Random r=new Random(9); List<String> c=test.stream().filter(s->s.label().equals("defective")).map(s->tt.insert(s.code(),r)).toList();
        lg=m.logits(c); int f=0; for(float[] l:lg) if(l[0]>l[1]) f++; System.out.printf("  asr %s %.3f%n",tt,f/(double)lg.length);} 
    }
  }
}
