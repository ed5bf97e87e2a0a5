using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Conformance.Claims;
using NewsEducator.Conformance.Day;
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
        new ClaimsSuite(),
        new DaySuite(),
        new FalsehoodsSuite(),
        new FeedsSuite(),
        new GitHubApiSuite(),
        new GroundingSuite(),
        new HuggingFaceSuite(),
        new PagesSuite(),
        new SummarizationSuite(),
        new ThreadsSuite(),
        new YouTubeSuite(),
    ];

    private const string LeaveOut = "--leave-out";
    private const string Repository = "repository";

    private static int Main(string[] args)
    {
        var asJson = args.Contains("--json");
        var leaveOut = args is [.., LeaveOut, Repository] or [.., LeaveOut, Repository, "--json"];
        if (
            args.Where(arg => arg != "--json").Take(args.Length - (asJson ? 1 : 0) - (leaveOut ? 2 : 0)).ToArray()
            is not [var name, var path]
        )
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

        if (leaveOut && suite is not DaySuite)
        {
            return Refuse($"{LeaveOut} is for the suite \"day\" alone: no other fits anything.");
        }

        var figures = leaveOut
            ? DaySuite.Run(new DirectoryInfo(path), Console.Out, leaveOut)
            : suite.Run(new DirectoryInfo(path), Console.Out);
        Console.WriteLine(asJson ? figures.ToJsonString() : Readable(figures));
        return 0;
    }

    private static string Readable(JsonObject figures) => figures.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

    private static int Refuse(string problem)
    {
        Console.Error.WriteLine(
            $"{problem} Usage: dotnet run -c Release --project tests/Conformance -- SUITE FOLDER [--leave-out repository] [--json]"
        );
        Console.Error.WriteLine($"Suites: {string.Join(", ", Suites.Select(suite => suite.Name))}");
        return 2;
    }
}
