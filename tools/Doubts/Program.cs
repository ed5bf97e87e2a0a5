using System.Globalization;
using System.Text.Json;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Doubts;

return args switch
{
    ["features", .. var folders] when AreFolders(folders) => PrintFeatures(folders),
    [var output, .. var folders] when Directory.Exists(output) && AreFolders(folders) => Fit(output, folders),
    _ => Usage(),
};

static bool AreFolders(string[] folders) => folders.Length > 0 && folders.All(Directory.Exists);

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project tools/Doubts -- COMPLIANCE FOLDER...
        Each FOLDER holds claims.jsonl, and labelled.jsonl there or in threads beside it, as the suite "claims" reads them.
        Grounding/Scoring/claims.json is written below COMPLIANCE, services/Compliance.

               dotnet run -c Release --project tools/Doubts -- features FOLDER...
        prints the features of every row, with commas between them.
        """
    );
    return 2;
}

static int Fit(string output, string[] folders)
{
    var examples = Example.Read(folders);
    var model = Fitting.Fit(examples, Console.Out);
    var file = Path.Combine(output, "Grounding/Scoring", ClaimScore.Resource);
    File.WriteAllText(
        file,
        JsonSerializer.Serialize(model, new JsonSerializerOptions(JsonSerializerOptions.Web) { WriteIndented = true }) + "\n"
    );
    Console.WriteLine($"Wrote {file}.");
    return 0;
}

static int PrintFeatures(string[] folders)
{
    Console.WriteLine($"thread,kind,false,flagged,quote,made,{string.Join(',', ClaimFeatures.Names)}");
    foreach (var example in Example.Read(folders))
    {
        var values = example.Features.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture));
        Console.WriteLine(
            $"{example.Thread},{example.Kind},{(example.IsFalse ? 1 : 0)},{(example.IsFlagged ? 1 : 0)},{(example.HasQuote ? 1 : 0)},{(example.IsMade ? 1 : 0)},{string.Join(',', values)}"
        );
    }

    return 0;
}
