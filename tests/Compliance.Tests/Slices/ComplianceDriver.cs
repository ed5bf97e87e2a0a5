using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Slices;

/// <summary>What people and neighbours do to the service; every item of it is a thread of the sample day under an address of its
/// own.</summary>
internal sealed class ComplianceDriver(ComplianceApp app)
{
    public const string Honest = "ledger 2.8.3 在主库切换后，1,284 笔付款重复入账。";
    public const string False = "ledger 2.8.3 在主库切换后，9,999 笔付款重复入账。";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string NewUrl() => $"https://github.com/northwind-labs/ledger/issues/{Random.Shared.Next(1_000_000, int.MaxValue)}";

    public static Snapshot Thread(string url, Func<string, string>? change = null)
    {
        var thread = SampleDay.Thread("incidents/ledger-412.md");
        var text = change?.Invoke(thread.Text) ?? thread.Text;
        text.Length.ShouldBe(thread.Text.Length, "the sections' places stay");
        return thread with
        {
            Id = ItemIds.From($"{url}\n{text}").ToString("N"),
            ItemId = ItemIds.ForUrl(url),
            CanonicalUrl = url,
            FinalUrl = url,
            Text = text,
        };
    }

    public SourceItem Serve(string url)
    {
        var snapshot = Thread(url);
        app.Neighbours.Serve(snapshot);
        return SomeSource.Source(snapshot);
    }

    public static ItemSummarized Summarized(SourceItem source, string text) =>
        new()
        {
            CandidateId = source.ItemId,
            Source = source,
            Summary = Some.Summary(text, "付款重复入账"),
            Engine = "submitted",
            Revision = 1,
        };

    /// <returns>What was sent to Review.</returns>
    public async Task<ItemScreened> ScreenAsync(string text)
    {
        var source = Serve(NewUrl());
        await app.Neighbours.Messages.SendAsync(Summarized(source, text));
        return (await app.ScreenedAsync(source.ItemId, 1)).ShouldHaveSingleItem();
    }

    /// <summary>A reviewer approves it and the Publisher publishes it.</summary>
    public async Task PublishAsync(ItemScreened screened, DateTimeOffset? sentAgainAt = null)
    {
        var packId = Guid.NewGuid();
        var claims = screened.Sentences.Select(sentence => new Claim
        {
            Sentence = sentence.Text,
            Quote = sentence.Evidence is [var best, ..] ? best.Text : null,
        });
        var content = Some.Approved(Thread(screened.Source.CanonicalUrl), [.. claims]) with { SnapshotId = screened.Source.SnapshotId };
        await app.Neighbours.Messages.SendAsync(
            new PackPublished
            {
                PackId = packId,
                PackDate = new DateOnly(2026, 2, 3),
                Published = 1,
                Candidates = [screened.CandidateId],
                Refused = [],
                PublishedAt = TimeProvider.System.GetUtcNow(),
                SentAgainAt = sentAgainAt,
            }
        );
        await app.Neighbours.Messages.SendAsync(
            new ItemApproved
            {
                CandidateId = screened.CandidateId,
                PackId = packId,
                PackDate = new DateOnly(2026, 2, 3),
                Number = 1,
                Content = content,
                ContentHash = ContentHash.Of(content),
                ApprovedBy = "ann",
                ApprovedAt = TimeProvider.System.GetUtcNow(),
                SentAgainAt = sentAgainAt,
            }
        );
    }

    public async Task<JsonNode> GetAsync(string path) => (await app.ClientOf("viewer").GetFromJsonAsync<JsonNode>(path, Cancel))!;

    public async Task<(string Yaml, string Tag)> PolicyAsync()
    {
        using var answer = await app.ClientOf("viewer").GetAsync(new Uri("/api/policy.yaml", UriKind.Relative), Cancel);
        return (await answer.Content.ReadAsStringAsync(Cancel), answer.Headers.ETag!.ToString());
    }

    /// <summary>Puts one rule of the policy in force to another severity, as an operator would.</summary>
    public async Task SetRuleAsync(string rule, string severity)
    {
        var (yaml, tag) = await PolicyAsync();
        using var answer = await PutPolicyAsync(With(yaml, rule, severity), tag);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
    }

    public static string With(string yaml, string rule, string severity)
    {
        var changed = System.Text.RegularExpressions.Regex.Replace(yaml, $"(?m)^  {rule}: .*$", $"  {rule}: {severity}");
        changed.ShouldNotBe(yaml, "the rule is in the policy");
        return changed;
    }

    public async Task<HttpResponseMessage> PutPolicyAsync(string yaml, string? tag, string token = "operator")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/policy?comment=why") { Content = Yaml(yaml) };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return await app.ClientOf(token).SendAsync(request, Cancel);
    }

    /// <returns>Event and line, in the order in which they came.</returns>
    public async Task<IReadOnlyList<(string Event, JsonNode Line)>> PreviewAsync(string yaml, string query = "")
    {
        using var answer = await app.ClientOf("operator")
            .PostAsync(new Uri($"/api/policy/preview{query}", UriKind.Relative), Yaml(yaml), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).Split('\n').Where(line => line.Length > 0).Chunk(2);
        return [.. lines.Select(pair => (pair[0]["event: ".Length..], JsonNode.Parse(pair[1]["data: ".Length..])!))];
    }

    public async Task<JsonNode> RescreenAsync(object request)
    {
        using var answer = await app.ClientOf("operator").PostAsJsonAsync("/api/rescreen", request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync(Cancel));
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
    }

    public static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");
}
