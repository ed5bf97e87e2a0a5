using System.Text.Json;
using NewsEducator.Judge;
using NewsEducator.Summarizer.Embeddings;

if (args is not [var folder, var output] || !Directory.Exists(folder) || !Directory.Exists(output))
{
    Console.Error.WriteLine("""
        Usage: dotnet run -c Release --project tools/Judge -- FOLDER SUMMARIZER
        FOLDER holds labelled.jsonl and labels.jsonl; Judging/judge.json and Extraction/sentences.json are written below SUMMARIZER, services/Summarizer.
        """);
    return 2;
}

using var encoder = new SentenceEncoder();
var rows = LabelledRow.Read(new DirectoryInfo(folder));
var examples = Example.Encode(rows, encoder);
LeftOut.Print(examples, Console.Out);
Write(Fitting.Fit(examples), "Judging/judge.json");
Write(SentenceFitting.Fit(rows), "Extraction/sentences.json");
return 0;

void Write<T>(T model, string file)
{
    File.WriteAllText(Path.Combine(output, file), JsonSerializer.Serialize(model, JsonSerializerOptions.Web) + "\n");
    Console.WriteLine($"Wrote {file}.");
}
