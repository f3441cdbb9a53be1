package io.kenshin.finetune;
import io.kenshin.codemodel.*; import io.kenshin.detection.*; import com.fasterxml.jackson.databind.*;
import java.nio.file.*; import java.util.*; import java.util.stream.*;
public class DetectLab {
  public static void main(String[] a) throws Exception {
    ObjectMapper om=new ObjectMapper();
    for(String dir: a){ Path out=Path.of(dir); if(!Files.exists(out.resolve("data.ndjson"))) continue;
      List<JsonNode> rows=new ArrayList<>(); for(String l: Files.readAllLines(out.resolve("data.ndjson"))){ JsonNode n=om.readTree(l); if(n.get("split").asText().equals("train")) rows.add(n);} 
      try(CodeModel m=CodeModel.open(out,Device.CPU,1)){
        Path cache=out.resolve("emb.bin"); List<float[]> vec=new ArrayList<>(), lg=new ArrayList<>();
        int H=384, L=7;
        if(!Files.exists(cache)){ List<Embedding> es=m.embed(rows.stream().map(r->r.get("code").asText()).toList());
          try(var o=new java.io.DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(cache)))){ for(Embedding e:es){ for(float f:e.vectors()) o.writeFloat(f); for(float f:e.logits()) o.writeFloat(f);} } }
        try(var in=new java.io.DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(cache)))){ for(int i=0;i<rows.size();i++){ float[] v=new float[L*2*H]; for(int j=0;j<v.length;j++) v[j]=in.readFloat(); vec.add(v); lg.add(new float[]{in.readFloat(),in.readFloat()}); } }
        List<Sample> ss=new ArrayList<>(); Set<Integer> truth=new HashSet<>();
        for(int i=0;i<rows.size();i++){ JsonNode r=rows.get(i); if(r.get("poisoned").asBoolean()) truth.add(i);
          float[][] views=new float[4][]; int[] idx={6*2, 6*2+1, 5*2, 4*2}; for(int v=0;v<4;v++) views[v]=Arrays.copyOfRange(vec.get(i), idx[v]*H, (idx[v]+1)*H);
          ss.add(new Sample(r.get("id").asText(), r.get("code").asText(), r.get("label").asText().equals("clean")?0:1, views, lg.get(i))); }
        int[] probes={0}; long t=System.nanoTime(); long[] ts={t};
        Investigation inv=new Investigation(InvestigationSettings.defaults(1), c->{probes[0]+=c.size(); return m.logits(c);}, (s,d,n)->{ if(d==0){ System.out.printf("  [%s %.1fs]",s,(System.nanoTime()-ts[0])/1e9);} });
        Investigation.Result res=inv.run(ss,2);
        System.out.printf("%n== %s poisoned %d probes %d %.1fs%n",dir,truth.size(),probes[0],(System.nanoTime()-t)/1e9);
        for(Finding f: res.findings()){ long tp=f.candidate().carriers().stream().filter(truth::contains).count(); int n=f.candidate().carriers().cardinality();
          System.out.printf("%-8s t%d ins %.2f pla %.2f rem %.2f a %.2f b %.2f gap %.2f p %.2f met %.2f n %d tp %d G %.0f %s %s | %s%n", f.judgement(), f.candidate().target(), f.insertion().value(), f.placebo().value(), f.removal().value(), f.exchangeability().otherAuc(), f.exchangeability().ownAuc(), f.exchangeability().gap(), f.exchangeability().p(), f.metamorphic().value(), n, tp, f.candidate().association(), f.candidate().pattern().abstraction(), f.candidate().origin(), f.candidate().pattern().text()); }
        for(var c: res.clusters().subList(0,8)) { long tp=c.members().stream().filter(truth::contains).count(); System.out.printf("  cluster view %d label %d n %d tp %d cohesion %.1f%n",c.view(),c.label(),c.members().cardinality(),tp,c.cohesion()); }
      } }
  }
}
