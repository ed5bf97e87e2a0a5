using System.Diagnostics;
using System.Globalization;
using NewsEducator.EndToEnd.Tests;
using NewsEducator.Testing;
using NewsEducator.UpgradeRun;

namespace NewsEducator.Benchmarks.Items;

/// <summary>The processor time that an item takes from its source's list to the queue of Review, by service, of a deployment as
/// compose.yaml describes it.</summary>
internal sealed class ItemBenchmark : IBenchmark
{
    private const int Before = 500;
    private const double Goal = 25;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    public string Name => "item";

    public int Run(string[] arguments, TextWriter log) => RunAsync(ItemArguments.Of(arguments), log).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(ItemArguments arguments, TextWriter log)
    {
        var version = arguments.From is { } commit ? await ProductVersion.BuildAsync(commit) : ProductVersion.Present;
        using var model = new IdleModel(version);
        return await Cluster.WithAsync(
            version,
            (cluster, progress) => MeasureAsync(cluster, version, arguments, progress, log),
            (service, start) => Adjust(service, start, arguments, model)
        );
    }

    private static async Task<int> MeasureAsync(
        Cluster cluster,
        ProductVersion version,
        ItemArguments arguments,
        Progress progress,
        TextWriter log
    )
    {
        await cluster.MigrateAsync(version);
        await cluster.AddEachAsync(version);
        await RestAsync(cluster);
        var starts = TimesOf(cluster);
        progress.Say($"{version.Name} is ready");
        await CollectAsync(cluster, Before, 0, progress);
        await RestAsync(cluster);
        var (atRest, _) = await SpentAsync(cluster, () => Task.Delay(Rest, TimeProvider.System));
        progress.Say("at rest");

        using var profile = arguments.IsProfiled ? Profile.Begin(cluster.Processes) : null;
        var (spent, clock) = await SpentAsync(cluster, () => CollectAsync(cluster, arguments.Items, Before, progress));
        var services = RunningProduct.Services.Sum(service => spent[service]) / arguments.Items;
        log.WriteLine(
            Line(
                $"{arguments.Items} items after {Before} others, {(arguments.HasModel ? "with" : "without")} the model of embeddings; {clock.TotalSeconds:0} s by the clock"
            )
        );
        foreach (var (part, milliseconds) in spent)
        {
            log.WriteLine(
                Line(
                    $"  {part, -10} {milliseconds / arguments.Items, 7:0.00} ms an item; at rest {atRest[part] / Rest.TotalSeconds, 5:0.0} ms a second; its start {starts[part] / 1000:0.0} s"
                )
            );
        }

        log.WriteLine(Line($"  services   {services, 7:0.00} ms an item, goal {Goal}: {(services <= Goal ? "met" : "missed")}"));
        log.WriteLine(Line($"  in all     {spent.Values.Sum() / arguments.Items, 7:0.00} ms an item"));
        profile?.Write(spent, arguments.Items, log);
        if (!arguments.HasModel)
        {
            log.WriteLine(Line($"  the model takes {await Embeddings.MillisecondsAsync(cluster.Product):0.0} ms an item more"));
        }

        return services <= Goal ? 0 : 1;
    }

    /// <summary>Until every source is polled and every message sent: one whose poll is cut off would not be polled again for a while.</summary>
    private static async Task RestAsync(Cluster cluster)
    {
        var databases = new Databases(cluster.Product);
        await Eventually.GetAsync(
            () =>
                databases.CountAsync(
                    "collectordb",
                    "SELECT count(*) FROM poll_states WHERE last_succeeded_at IS NULL OR leased_until > now()"
                ),
            polls => polls == 0,
            "all sources to be polled"
        );
        await Eventually.GetAsync(cluster.UnsentAsync, unsent => unsent == 0, "all messages to be sent");
    }

    /// <returns>Once all of them can be reviewed.</returns>
    private static async Task CollectAsync(Cluster cluster, int items, int first, Progress progress)
    {
        await using var review = await Arrivals.OfAsync(cluster.Product);
        var there = await review.CountAsync();
        await cluster.CollectAsync(items, first);
        await review.WaitAsync(there + items, count => progress.Say(Line($"{count - there} of {items} can be reviewed")));
    }

    /// <returns>Milliseconds of processor time by process, and the time by the clock.</returns>
    private static async Task<(Dictionary<string, double> Spent, TimeSpan Clock)> SpentAsync(Cluster cluster, Func<Task> work)
    {
        var (before, start) = (TimesOf(cluster), Stopwatch.GetTimestamp());
        await work();
        var clock = Stopwatch.GetElapsedTime(start);
        return (TimesOf(cluster).ToDictionary(each => each.Key, each => each.Value - before[each.Key]), clock);
    }

    private static Dictionary<string, double> TimesOf(Cluster cluster) =>
        cluster.Processes.ToDictionary(each => each.Key, each => Processes.TimeOf(each.Value).TotalMilliseconds);

    private static void Adjust(string service, ProcessStartInfo start, ItemArguments arguments, IdleModel model)
    {
        if (arguments.IsProfiled)
        {
            Profile.Allow(start);
        }

        foreach (var (name, value) in arguments.Environment)
        {
            start.Environment[name] = value;
        }

        switch (service)
        {
            case "collector":
                start.Environment["HostThrottling__Pace"] = "00:00:00";
                break;
            case "summarizer" when !arguments.HasModel:
                model.Replace(start);
                break;
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
