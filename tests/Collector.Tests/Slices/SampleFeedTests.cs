using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>The feed of the sample day, with the whitelist of the shipped policy.</summary>
[Collection(SliceCollection.Name)]
public sealed class SampleFeedTests(CollectorFixture fixture)
{
    [Fact]
    public async Task The_feed_of_the_sample_day_is_collected_by_the_rules_that_are_shipped()
    {
        var feed = Regex
            .Match(File.ReadAllText(Path.Combine(Repository.Root, "samples", "sources.yaml")), "feed: (https://\\S+)")
            .Groups[1]
            .Value;
        var file = File.ReadAllText(Path.Combine(Repository.Root, "samples", "day", "tutorials", "article-fsync.md")).Split("---\n", 3);
        var (title, page) = (Regex.Match(file[1], "title: \"(.*)\"").Groups[1].Value, Regex.Match(file[1], "id: (\\S+)").Groups[1].Value);
        var paragraphs = string.Concat(
            file[2]
                .Split("\n\n")
                .Select(text => text.StartsWith("## ", StringComparison.Ordinal) ? $"<h2>{text[3..]}</h2>" : $"<p>{text}</p>")
        );
        fixture.App.Upstream.Serve(
            $"/web/{page}",
            $"<html><head><title>{title}</title></head><body><article><h1>{title}</h1>{paragraphs}</article></body></html>",
            "text/html"
        );
        fixture.App.Upstream.Serve(
            $"/web/{feed["https://".Length..]}",
            $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
            <entry><id>https://{page}</id><title>{title}</title><link href="https://{page}"/><updated>{CollectorDriver.Today:O}</updated></entry></feed>
            """,
            "application/atom+xml"
        );
        using var client = fixture.App.ClientOf("operator");
        var created = await client.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id = "sample-feed",
                kind = "feed",
                target = feed,
            },
            TestContext.Current.CancellationToken
        );
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        await client.PostAsync("/api/sources/sample-feed/poll", null, TestContext.Current.CancellationToken);
        var collected = await fixture.App.Bus.ReceivedAsync<ItemCollected>(1, message => message.Source.CanonicalUrl == $"https://{page}");
        collected.Single().Source.Score.ShouldBeGreaterThanOrEqualTo(6);
    }
}
