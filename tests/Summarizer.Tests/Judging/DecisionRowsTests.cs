using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using NewsEducator.Judge;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Judging;

public sealed class DecisionRowsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("decisions-");

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public async Task Exported_decisions_become_rows_with_the_texts_that_the_Collector_still_has()
    {
        var (kept, gone) = (new string('a', 64), new string('b', 64));
        Write(
            Label(kept, Choice.Skip, day: 1, concept: null),
            Label(kept, Choice.Approve, day: 2, concept: "cache"),
            Label(gone, Choice.Skip, day: 1, concept: null) with
            {
                ItemId = ItemIds.From("gone"),
            }
        );
        await using var collector = await ServeAsync(kept);
        using var http = new HttpClient { BaseAddress = new Uri(collector.Urls.First() + "/") };
        await using var said = new StringWriter();

        await DecisionRows.FetchAsync(_folder, http, said, TestContext.Current.CancellationToken);

        said.ToString().ShouldContain("Fetched 1 snapshots; 1 are no longer kept.");
        DecisionRows
            .Read(_folder)
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                row => row.IsWorth.ShouldBeTrue("the last decision counts"),
                row => row.Value.ShouldBe(2),
                row => row.Concepts.ShouldBe(["cache"]),
                row => row.Types.ShouldBe([ItemTypes.Incident]),
                row => row.Repository.ShouldBe("github.com/northwind-labs/ledger/"),
                row => row.Snapshot.Title.ShouldBe("Pool exhausted")
            );
    }

    [Fact]
    public void A_folder_without_decisions_has_no_rows_and_a_forged_id_leaves_no_folder()
    {
        DecisionRows.Read(_folder).ShouldBeEmpty();
        Write(Label("../../secrets", Choice.Approve, day: 1, concept: null));

        Should.Throw<InvalidDataException>(() => DecisionRows.Read(_folder)).Message.ShouldContain("no SHA-256");
    }

    private static DecisionLabel Label(string snapshot, Choice decision, int day, string? concept) =>
        new()
        {
            ItemId = ItemIds.From("item"),
            SnapshotId = snapshot,
            Url = "https://github.com/northwind-labs/ledger/issues/1",
            Kind = SourceKind.GitHubIssue,
            Title = "Pool exhausted",
            Decision = decision,
            DecidedAt = new DateTimeOffset(2026, 3, day, 0, 0, 0, TimeSpan.Zero),
            Type = ItemTypes.Incident,
            Concept = concept,
        };

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(params DecisionLabel[] labels) =>
        File.WriteAllLines(
            Path.Combine(_folder.FullName, "decisions.jsonl"),
            labels.Select(label => JsonSerializer.Serialize(label, Json))
        );

    private static async Task<WebApplication> ServeAsync(string id)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet(
            "/api/snapshots/{asked}",
            (string asked) =>
                asked == id
                    ? Results.Text(
                        JsonSerializer.Serialize(
                            SomeSource.Snapshot("Pool exhausted", SomeSource.Body("The pool was empty for an hour.")),
                            Json
                        ),
                        "application/json"
                    )
                    : Results.NotFound()
        );
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
