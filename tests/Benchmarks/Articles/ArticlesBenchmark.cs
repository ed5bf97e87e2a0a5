using System.Globalization;
using NewsEducator.Benchmarks.Peers;
using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Pages;

namespace NewsEducator.Benchmarks.Articles;

/// <summary>Articles taken out of the pages of a folder, and how much of what they should be they are.</summary>
internal sealed class ArticlesBenchmark : IBenchmark
{
    private static readonly Uri Address = new("http://fakehost/test/page.html");

    public string Name => "articles";

    public int Run(string[] arguments, TextWriter log)
    {
        var folder = new DirectoryInfo(arguments[0]);
        var names = JsonLines.Read<PageRow>(folder, "index.jsonl").Where(row => row.Kind == "article").Select(row => row.Page).ToList();
        var files = names.ConvertAll(name => Path.Combine(folder.FullName, name, "source.html"));
        var expected = names.ConvertAll(name => File.ReadAllText(Path.Combine(folder.FullName, name, "expected.txt")));
        var pages = files.ConvertAll(File.ReadAllText);
        log.WriteLine(Line($"{pages.Count} articles, {pages.Sum(page => page.Length) / 1024} KB"));
        log.WriteLine(Line($"  token F1 of NewsEducator: {Mean(pages.ConvertAll(Read), expected):0.000}"));

        using var peers = new Readabilities(NodePeers.Install(log), files);
        foreach (var (name, results) in peers.Results)
        {
            log.WriteLine(Line($"  token F1 of {name}: {Mean(results, expected):0.000}"));
        }

        return Race.Run(
            Side.Of("NewsEducator", () => pages.ForEach(page => Read(page))),
            peers.Over([.. Enumerable.Range(0, files.Count)]),
            log
        )
            ? 0
            : 1;
    }

    private static string Read(string html) => ArticleReader.Read(html, Address).Text;

    private static double Mean(IReadOnlyList<string?> found, List<string> expected) =>
        found.Zip(expected, (text, wanted) => TokenF1.Of(text ?? "", wanted)).Average();

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
