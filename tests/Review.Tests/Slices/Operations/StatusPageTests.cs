using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>What the pages show of Compliance, which answers here over HTTP in the shapes of the contracts.</summary>
public sealed class StatusPageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 9, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drift_shows_both_places_and_the_correction_and_encodes_what_strangers_wrote()
    {
        await using var compliance = await ComplianceAsync(Drift("P99 < 2 ms", proposal: null, Span("<b>18</b> ms"), now: null));
        await using var app = await ReviewApp.StartAsync(("services:compliance:http:0", compliance.Urls.First()));
        using var page = await PageSession.SignInAsync(app, "viewer");

        var html = await (await page.GetAsync("/drift")).Content.ReadAsStringAsync(Cancel);

        var shown = WebUtility.HtmlDecode(html);
        shown.ShouldContain("P99 < 2 ms");
        shown.ShouldContain("<b>18</b> ms");
        html.ShouldNotContain("<b>18</b>");
        shown.ShouldContain("原文里已没有对应的内容");
        shown.ShouldContain("建议撤下");
    }

    [Fact]
    public async Task A_full_page_of_drift_leads_to_the_earlier_ones()
    {
        await using var compliance = await ComplianceAsync([
            .. Enumerable.Range(0, 50).Select(_ => Drift("一句。", "另一句。", Span("was"), Span("now"))[0]),
        ]);
        await using var app = await ReviewApp.StartAsync(("services:compliance:http:0", compliance.Urls.First()));
        using var page = await PageSession.SignInAsync(app, "viewer");

        var shown = WebUtility.HtmlDecode(await (await page.GetAsync("/drift")).Content.ReadAsStringAsync(Cancel));
        var next = Between(shown, "href=\"/drift?before=", "\"");
        var earlier = await (await page.GetAsync($"/drift?before={next}")).Content.ReadAsStringAsync(Cancel);

        shown.ShouldContain("另一句。");
        Uri.UnescapeDataString(next).ShouldBe(Noon.ToString("O"));
        WebUtility.HtmlDecode(earlier).ShouldContain("已发布的内容都还有依据");
    }

    [Fact]
    public async Task A_full_list_of_sources_leads_to_the_further_ones()
    {
        await using var collector = LoopbackHttp.New();
        collector.MapGet(
            "/api/sources",
            (string? after) =>
                Enumerable.Range(0, 201).Select(SourceOf).Where(source => string.CompareOrdinal(source.Id, after) > 0).Take(200)
        );
        await collector.StartAsync(Cancel);
        await using var app = await ReviewApp.StartAsync(("services:collector:http:0", collector.Urls.First()));
        using var page = await PageSession.SignInAsync(app, "viewer");

        var first = await (await page.GetAsync("/sources")).Content.ReadAsStringAsync(Cancel);
        var next = Between(first, "href=\"/sources?after=", "\"");
        var further = await (await page.GetAsync($"/sources?after={next}")).Content.ReadAsStringAsync(Cancel);

        first.ShouldNotContain("blog-200");
        further.ShouldContain("blog-200");
        further.ShouldNotContain("/sources?after=");
    }

    [Fact]
    public async Task Without_Compliance_the_page_says_so()
    {
        await using var app = await ReviewApp.StartAsync(("services:compliance:http:0", "http://127.0.0.1:9"));
        using var page = await PageSession.SignInAsync(app, "viewer");

        WebUtility
            .HtmlDecode(await (await page.GetAsync("/drift")).Content.ReadAsStringAsync(Cancel))
            .ShouldContain("现在读不到来源变动的结果");
    }

    private static SourceOverview SourceOf(int number) =>
        new()
        {
            Id = $"blog-{number:000}",
            Kind = "feed",
            Target = "https://blog.example/f",
            Interval = "1h",
            Health = new SourcePolls { Status = "Healthy" },
        };

    private static string Between(string text, string start, string end) => text.Split(start, 2)[1].Split(end, 2)[0];

    private static async Task<WebApplication> ComplianceAsync(IReadOnlyList<DriftView> drift)
    {
        var compliance = LoopbackHttp.New();
        compliance.MapGet(
            "/api/drift",
            (DateTimeOffset? before) => Results.Ok(drift.Where(finding => before is null || finding.FoundAt < before))
        );
        await compliance.StartAsync();
        return compliance;
    }

    private static DriftView[] Drift(string sentence, string? proposal, EvidenceSpan was, EvidenceSpan? now) =>
        [
            new()
            {
                CandidateId = Guid.NewGuid(),
                ItemId = Guid.NewGuid(),
                Title = "付款重复入账",
                Url = "https://github.com/northwind-labs/ledger/issues/412",
                SnapshotId = "a",
                Lost =
                [
                    new LostSentence
                    {
                        Sentence = sentence,
                        Was = was,
                        Now = now,
                    },
                ],
                Proposal = proposal,
                FoundAt = Noon,
                Message = "来源变了",
                MessageEn = "the source changed",
            },
        ];

    private static EvidenceSpan Span(string text) =>
        new()
        {
            Start = 0,
            Length = text.Length,
            Text = text,
        };
}
