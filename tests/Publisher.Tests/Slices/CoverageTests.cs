using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The map of concepts, with a Summarizer that names them and then goes away.</summary>
public sealed class CoverageTests : IAsyncLifetime
{
    private static readonly Concept[] Map =
    [
        new() { Key = "cache", Name = "缓存" },
        new() { Key = "thread", Name = "线程" },
        new() { Key = "index", Name = "<b>索引</b>" },
        new() { Key = Concept.NoneKey, Name = "无" },
    ];

    private PublisherApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var summarizer = builder.Build();
        summarizer.MapGet("/api/concepts", () => Map);
        await summarizer.StartAsync(Cancel);
        _app = await PublisherApp.StartAsync(("services:summarizer:http:0", summarizer.Urls.Single()));
        await Eventually.GetAsync(() => _app.WithDbAsync(db => db.KnownConcepts.CountAsync(Cancel)), known => known == 3);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Covered_concepts_have_their_digests_and_the_others_are_gaps_on_the_page_and_in_the_index_note()
    {
        using var reader = _app.CreateClient();
        var (first, second) = (new ReleasedDay(_app), new ReleasedDay(_app));
        await first.PublishAsync(first.Item(1, Of(first, 1, "cache", "缓存")));
        await second.PublishAsync(
            second.Item(1, Of(second, 1, "cache", "缓存")),
            second.Item(2, Of(second, 2, "elsewhere", "别处")),
            second.Item(3, Of(second, 3, Concept.NoneKey, "无"))
        );
        await second.WrittenAsync();

        var page = WebUtility.HtmlDecode(await reader.GetStringAsync("/concepts", Cancel));

        page.ShouldContain("学习地图共 4 个概念：讲过 2 个，还没讲到 2 个。");
        var row = page[page.IndexOf("缓存</a>", StringComparison.Ordinal)..];
        row = row[..row.IndexOf("</tr>", StringComparison.Ordinal)];
        row.ShouldContain("<td>2</td>");
        row.ShouldContain($"/digests/{first.Date:yyyy-MM-dd}");
        row.ShouldContain($"/digests/{second.Date:yyyy-MM-dd}");
        page[page.IndexOf("id=\"gaps\"", StringComparison.Ordinal)..].ShouldContain("线程");
        (await reader.GetStringAsync("/concepts", Cancel)).ShouldContain("&lt;b&gt;");
        var index = await File.ReadAllTextAsync(second.Index, Cancel);
        index.ShouldContain($"- 缓存：2 条，最近 [[{second.Date:yyyy-MM-dd}-资讯日报]]");
        index.ShouldContain("- 还没讲到：线程、");

        await second.WithdrawAsync(Of(second, 2, "elsewhere", "别处").ItemId, WithdrawalKind.Retraction);

        WebUtility.HtmlDecode(await reader.GetStringAsync("/concepts", Cancel)).ShouldContain("讲过 1 个，还没讲到 2 个");
    }

    private static ApprovedContent Of(ReleasedDay day, int number, string key, string name) =>
        day.ContentOf(number) with
        {
            Concept = new Concept { Key = key, Name = name },
        };
}
