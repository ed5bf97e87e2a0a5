using System.Text.Json;
using NewsEducator.Judge;
using NewsEducator.Summarizer.Embeddings;

if (args is not [var rows, var output] || !Directory.Exists(rows))
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tools/Judge -- FOLDER FILE
        FOLDER holds labelled.jsonl and labels.jsonl; FILE is written: services/Summarizer/Judging/judge.json.
        """);
    return 2;
}

using var encoder = new SentenceEncoder();
var examples = Example.Encode(LabelledRow.Read(new DirectoryInfo(rows)), encoder);
LeftOut.Print(examples, Console.Out);
File.WriteAllText(output, JsonSerializer.Serialize(Fitting.Fit(examples), JsonSerializerOptions.Web) + "\n");
Console.WriteLine($"Wrote {output}.");
return 0;
