using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Collector.Connectors.Articles;

namespace NewsEducator.Conformance.Pages;

/// <summary>Articles taken out of real pages.</summary>
internal sealed class PagesSuite : ISuite
{
    public string Name => "pages";

    public JsonObject Run(DirectoryInfo folder, TextWriter log)
    {
        var pages = JsonLines.Read<PageRow>(folder, "index.jsonl").Select(row => Load(folder, row)).ToList();

        // A service is warm when it meets its worst page.
        _ = pages.Select(page => Read(page)).ToList();
        var read = pages.Select(page => Measure(page, log)).ToList();
        var articles = read.Where(each => each.Page.Row.Kind == "article").ToList();
        return new JsonObject
        {
            ["tokenF1"] = articles.Average(each => each.TokenF1),
            ["titleExact"] = articles.Average(each => each.TitleExact ? 1.0 : 0.0),
            ["worstMs"] = read.Max(each => each.Milliseconds),
            ["n"] = articles.Count,
        };
    }

    private static LoadedPage Load(DirectoryInfo folder, PageRow row)
    {
        var files = Path.Combine(folder.FullName, row.Page);
        var metadata = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(files, "expected-metadata.json")));
        return new LoadedPage(
            row,
            File.ReadAllText(Path.Combine(files, "source.html")),
            File.ReadAllText(Path.Combine(files, "expected.txt")),
            metadata.GetProperty("title").GetString() ?? ""
        );
    }

    private static ArticlePage Read(LoadedPage page) => ArticleReader.Read(page.Html, new Uri("http://fakehost/test/page.html"));

    private static PageResult Measure(LoadedPage page, TextWriter log)
    {
        var watch = Stopwatch.StartNew();
        var article = Read(page);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        var result = new PageResult(page, TokenF1.Of(article.Text, page.Expected), article.Title == page.Title, elapsed);
        log.WriteLine(
            $"{result.TokenF1:0.000} {elapsed, 6:0} ms {page.Row.Kind} {page.Row.Page}{(result.TitleExact ? "" : $": title \"{article.Title}\", not \"{page.Title}\"")}"
        );
        return result;
    }

    private sealed record LoadedPage(PageRow Row, string Html, string Expected, string Title);

    private sealed record PageResult(LoadedPage Page, double TokenF1, bool TitleExact, double Milliseconds);
}

/// <summary>A row of <c>index.jsonl</c>.</summary>
internal sealed record PageRow(string Page, string Kind);
