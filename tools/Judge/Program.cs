using System.Net.Http.Headers;
using System.Text.Json;
using NewsEducator.Judge;
using NewsEducator.Summarizer.Embeddings;

return args switch
{
    ["snapshots", var folder, var collector] when Directory.Exists(folder) && Uri.TryCreate(collector, UriKind.Absolute, out var address) =>
        await FetchAsync(new DirectoryInfo(folder), address),
    [var folder, var texts, var output] when new[] { folder, texts, output }.All(Directory.Exists) => Fit(
        new DirectoryInfo(folder),
        new DirectoryInfo(texts),
        output
    ),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project tools/Judge -- FOLDER TEXTS SUMMARIZER
        FOLDER holds labelled.jsonl and labels.jsonl, and may hold decisions.jsonl as GET /api/ranking/labels exports it;
        TEXTS may hold pairs.jsonl, texts with summaries that people wrote of them;
        Judging/judge.json and Extraction/sentences.json are written below SUMMARIZER, services/Summarizer.

               dotnet run -c Release --project tools/Judge -- snapshots FOLDER COLLECTOR
        fetches the texts of decisions.jsonl from the Collector at this address, with the token in NEWSEDUCATOR_TOKEN.
        """
    );
    return 2;
}

static async Task<int> FetchAsync(DirectoryInfo folder, Uri address)
{
    using var http = new HttpClient { BaseAddress = address };
    http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
        "Bearer",
        Environment.GetEnvironmentVariable("NEWSEDUCATOR_TOKEN")
    );
    await DecisionRows.FetchAsync(folder, http, Console.Out, CancellationToken.None);
    return 0;
}

static int Fit(DirectoryInfo folder, DirectoryInfo texts, string output)
{
    using var encoder = new SentenceEncoder();
    IReadOnlyList<LabelledRow> rows = [.. LabelledRow.Read(folder), .. DecisionRows.Read(folder)];
    var examples = Example.Encode(rows, encoder);
    LeftOut.Print(examples, Console.Out);
    Write(Fitting.Fit(examples), Path.Combine(output, "Judging/judge.json"));
    Write(SentenceFitting.Fit(rows, SummarizedText.Read(texts)), Path.Combine(output, "Extraction/sentences.json"));
    return 0;
}

static void Write<T>(T model, string file)
{
    File.WriteAllText(file, JsonSerializer.Serialize(model, JsonSerializerOptions.Web) + "\n");
    Console.WriteLine($"Wrote {file}.");
}
