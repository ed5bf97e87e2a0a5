using System.Globalization;
using System.Text.Json;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Doubts;

return args switch
{
    ["places", var output, .. var folders] when Directory.Exists(output) && AreFolders(folders) => FitPlaces(output, folders),
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

               dotnet run -c Release --project tools/Doubts -- places COMPLIANCE FOLDER...
        fits Grounding/Scoring/places.json in the same way. The score of claims has to be fitted again after that.

               dotnet run -c Release --project tools/Doubts -- features FOLDER...
        prints the features of every row, with commas between them.
        """
    );
    return 2;
}

static int Fit(string output, string[] folders)
{
    var examples = Example.Read(folders);
    return Write(output, ClaimScore.Resource, Fitting.Fit(examples, Console.Out));
}

static int FitPlaces(string output, string[] folders) => Write(output, PlaceScore.Resource, Places.Fit(Places.Read(folders), Console.Out));

static int Write<T>(string output, string resource, T model)
{
    var file = Path.Combine(output, "Grounding/Scoring", resource);
    File.WriteAllText(
        file,
        JsonSerializer.Serialize(model, new JsonSerializerOptions(JsonSerializerOptions.Web) { WriteIndented = true }) + "\n"
    );
    Console.WriteLine($"Wrote {file}.");
    return 0;
}

static int PrintFeatures(string[] folders)
{
    Console.WriteLine($"thread,kind,false,flagged,quote,{string.Join(',', ClaimFeatures.Names)}");
    foreach (var example in Example.Read(folders))
    {
        var values = example.Features.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture));
        Console.WriteLine(
            $"{example.Thread},{example.Kind},{(example.IsFalse ? 1 : 0)},{(example.IsFlagged ? 1 : 0)},{(example.HasQuote ? 1 : 0)},{string.Join(',', values)}"
        );
    }

    return 0;
}
