using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Conformance.Claims;
using NewsEducator.Conformance.Falsehoods;
using NewsEducator.Conformance.Feeds;
using NewsEducator.Conformance.GitHubApi;
using NewsEducator.Conformance.Grounding;
using NewsEducator.Conformance.HuggingFace;
using NewsEducator.Conformance.Pages;
using NewsEducator.Conformance.Summarization;
using NewsEducator.Conformance.Threads;
using NewsEducator.Conformance.YouTube;

namespace NewsEducator.Conformance;

/// <summary><c>dotnet run -c Release --project tests/Conformance -- SUITE FOLDER [--json]</c></summary>
internal static class Program
{
    public static readonly ISuite[] Suites =
    [
        new ClaimsSuite(), new FalsehoodsSuite(), new FeedsSuite(), new GitHubApiSuite(), new GroundingSuite(), new HuggingFaceSuite(), new PagesSuite(),
        new SummarizationSuite(), new ThreadsSuite(), new YouTubeSuite(),
    ];

    private static int Main(string[] args)
    {
        var asJson = args.Contains("--json");
        if (args.Where(arg => arg != "--json").ToArray() is not [var name, var path])
        {
            return Refuse("Two arguments are needed, SUITE and FOLDER.");
        }

        if (Suites.SingleOrDefault(each => each.Name == name) is not { } suite)
        {
            return Refuse($"There is no suite \"{name}\".");
        }

        if (!Directory.Exists(path))
        {
            return Refuse($"There is no folder {path}.");
        }

        var figures = suite.Run(new DirectoryInfo(path), Console.Out);
        Console.WriteLine(asJson ? figures.ToJsonString() : Readable(figures));
        return 0;
    }

    private static string Readable(JsonObject figures) => figures.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine($"{problem} Usage: dotnet run -c Release --project tests/Conformance -- SUITE FOLDER [--json]");
        Console.Error.WriteLine($"Suites: {string.Join(", ", Suites.Select(suite => suite.Name))}");
        return 2;
    }
}
