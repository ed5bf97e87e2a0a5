using NewsEducator.Benchmarks.Articles;
using NewsEducator.Benchmarks.Digests;
using NewsEducator.Benchmarks.Duplicates;
using NewsEducator.Benchmarks.Feeds;
using NewsEducator.Benchmarks.Hops;
using NewsEducator.Benchmarks.Items;
using NewsEducator.Benchmarks.Lists;
using NewsEducator.Benchmarks.Polls;
using NewsEducator.Benchmarks.Screenings;
using NewsEducator.Benchmarks.Summaries;

namespace NewsEducator.Benchmarks;

/// <summary><c>dotnet run -c Release --project tests/Benchmarks -- NAME [ARGUMENT …]</c></summary>
internal static class Program
{
    private static readonly IBenchmark[] Benchmarks =
    [
        new ArticlesBenchmark(),
        new DigestsBenchmark(),
        new DuplicatesBenchmark(),
        new FeedsBenchmark(),
        new HopsBenchmark(),
        new ItemBenchmark(),
        new ListBenchmark(),
        new PollsBenchmark(),
        new ScreeningBenchmark(),
        new SummariesBenchmark(),
    ];

    private static int Main(string[] args)
    {
        if (args.Length > 0 && Benchmarks.SingleOrDefault(each => each.Name == args[0]) is { } benchmark)
        {
            return benchmark.Run(args[1..], Console.Out);
        }

        Console.Error.WriteLine(
            $"Usage: dotnet run -c Release --project tests/Benchmarks -- {string.Join(" | ", Benchmarks.Select(each => each.Name))}"
        );
        return 2;
    }
}
