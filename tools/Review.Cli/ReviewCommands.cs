using System.Globalization;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Cli;

/// <summary>What each command does.</summary>
internal sealed class ReviewCommands(IReviewApi api, CommandContext context)
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromSeconds(2);

    public async Task<int> PullAsync(string? date, string? output, CancellationToken cancellationToken)
    {
        var day = date is null ? (await LatestAsync(cancellationToken)).Date : DayOf(date);
        using var answer = await api.GetPackFileAsync(Written(day), cancellationToken);
        if (answer.Error is { } error)
        {
            throw error;
        }

        var path = output ?? $"{Written(day)}-candidates.md";
        var tag = answer.Headers!.ETag!.ToString();
        await WriteAsync(path, answer.Content!, cancellationToken);
        await WriteAsync(TagOf(path), tag, cancellationToken);
        context.Say("pulled", path, answer.Content!.Split('\n').Count(line => line == "**Review**："), tag);
        return ExitCode.Done;
    }

    public async Task<int> PushAsync(string file, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(file, cancellationToken);
        var tag = File.Exists(TagOf(file))
            ? await ReadAsync(TagOf(file), cancellationToken)
            : throw new ToolFailure(ExitCode.Usage, "error.no-version", file);
        var date =
            text.Split('\n')
                .Select(line => line.TrimEnd())
                .FirstOrDefault(line => line.StartsWith("date: ", StringComparison.Ordinal))
                ?["date: ".Length..]
            ?? "";
        var pack = await api.PutPackFileAsync(Written(DayOf(date)), Markdown(text), tag.Trim(), cancellationToken: cancellationToken);
        await WriteAsync(TagOf(file), pack.ETag, cancellationToken);
        context.Say("pushed", date, pack.Decided, pack.Items);
        return ExitCode.Done;
    }

    public async Task<int> BundleAsync(string? date, string? output, CancellationToken cancellationToken)
    {
        var day = date is null ? (await LatestAsync(cancellationToken)).Date : DayOf(date);
        using var content = await api.GetPackBundleAsync(Written(day), cancellationToken);
        var path = output ?? $"{Written(day)}.bundle";
        var bundle = await content.ReadAsByteArrayAsync(cancellationToken);
        await TryAsync(path, () => File.WriteAllBytesAsync(path, bundle, cancellationToken));
        context.Say("bundled", path, bundle.Length);
        return ExitCode.Done;
    }

    public async Task<int> DecideAsync(string date, int number, string choice, string? reason, CancellationToken cancellationToken)
    {
        Choice? decision = choice switch
        {
            "approve" => Choice.Approve,
            "skip" => Choice.Skip,
            "needs-verify" => Choice.NeedsVerify,
            _ => null,
        };
        var pack = await api.GetPackAsync(Written(DayOf(date)), cancellationToken);
        var tag = pack.Candidates.FirstOrDefault(candidate => candidate.Number == number)?.ETag ?? "\"0\"";
        var outcome = (
            await api.DecideManyAsync(
                Written(DayOf(date)),
                [new BulkDecision(number, decision, reason, tag)],
                cancellationToken: cancellationToken
            )
        )[0];
        if (outcome.Code is not null)
        {
            context.Error.WriteLine(context.Language == Text.Chinese ? outcome.Detail : outcome.DetailEn);
            return ExitCode.Refused;
        }

        context.Say("decided", date, number, choice);
        return ExitCode.Done;
    }

    /// <param name="isConfirmed">Nobody is asked: what is undecided expires.</param>
    public async Task<int> ReleaseAsync(string date, bool isConfirmed, CancellationToken cancellationToken)
    {
        var pack = await api.ReleasePackAsync(Written(DayOf(date)), new ReleaseRequest(isConfirmed), cancellationToken: cancellationToken);
        context.Say("released", date, pack.DigestUrl ?? "");
        return ExitCode.Done;
    }

    public async Task<int> ImportAsync(string file, CancellationToken cancellationToken)
    {
        var pack = await api.ImportPackAsync(Markdown(await ReadAsync(file, cancellationToken)), cancellationToken);
        context.Say("imported", Written(pack.Date), pack.Items, pack.Compliance);
        foreach (var published in pack.AlreadyPublished)
        {
            context.Say("imported.published", published.Number, published.Url, Written(published.PackDate));
        }

        return ExitCode.Done;
    }

    /// <returns><see cref="ExitCode.Refused"/> where something has to be done.</returns>
    public async Task<int> ExamineAsync(CancellationToken cancellationToken)
    {
        var services = await api.ExamineServicesAsync(cancellationToken);
        foreach (var service in services)
        {
            foreach (var check in service.Checks ?? [])
            {
                context.Out.WriteLine($"{context.Get($"doctor.{check.State}"), -8} {$"{service.Service} {check.Name}", -26} {check.Said}");
            }

            if (service.Checks is null)
            {
                context.Out.WriteLine($"{context.Get($"doctor.{CheckState.Fault}"), -8} {context.Get("doctor.away", service.Service)}");
            }
        }

        var checks = services.SelectMany(service => service.Checks ?? []).ToList();
        var faults = checks.Count(check => check.State == CheckState.Fault) + services.Count(service => service.Checks is null);
        context.Say("doctor.total", faults, checks.Count(check => check.State == CheckState.Warning));
        return faults > 0 ? ExitCode.Refused : ExitCode.Done;
    }

    /// <returns><see cref="ExitCode.Refused"/> where the item stopped, or did not come through in time.</returns>
    public async Task<int> SendThroughAsync(string? address, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (began, told) = (context.Time.GetUtcNow(), 0);
        for (var check = await api.BeginEndToEndAsync(new EndToEndRequest(address), null, cancellationToken); ; )
        {
            foreach (var stage in check.Stages.Skip(told).TakeWhile(stage => stage.IsDone))
            {
                TellStage(stage, stage.Took is { } took ? $"{Seconds(took)} s" : context.Get("check.from-before"));
                told++;
            }

            var waited = context.Time.GetUtcNow() - began;
            if (check.IsDone)
            {
                context.Say("check.done", Seconds(waited));
                return ExitCode.Done;
            }

            if (check.IsStopped || waited >= patience)
            {
                TellStage(check.Stages[^1], context.Get("check.stopped"));
                context.Say("check.waited", Seconds(waited));
                return ExitCode.Refused;
            }

            await Task.Delay(CheckInterval, context.Time, cancellationToken);
            check = await api.GetEndToEndAsync(check.Id, cancellationToken);
        }
    }

    public async Task<int> StatusAsync(bool watch, CancellationToken cancellationToken)
    {
        for (var shown = ""; ; )
        {
            var status = await StatusAsync(cancellationToken);
            if (status != shown)
            {
                context.Out.Write(status);
                shown = status;
            }

            if (!watch)
            {
                return ExitCode.Done;
            }

            await Task.Delay(WatchInterval, context.Time, cancellationToken);
        }
    }

    private void TellStage(EndToEndStage stage, string result) =>
        context.Out.WriteLine(
            $"{result, -8} {context.Get($"check.{stage.Name}"), -12} {(context.Language == Text.Chinese ? stage.Said : stage.SaidEn)}"
        );

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private async Task<string> StatusAsync(CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var pack in (await api.ListPacksAsync(cancellationToken: cancellationToken)).Take(1))
        {
            lines.AppendLine(context.Get("status.pack", Written(pack.Date), pack.Status, pack.Decided, pack.Items));
        }

        foreach (var stage in (await api.GetPipelineAsync(cancellationToken)).OrderBy(stage => stage.State))
        {
            lines.AppendLine(
                context.Get("status.stage", stage.State, stage.Count, stage.Oldest.ToString("u", CultureInfo.InvariantCulture))
            );
        }

        return lines.ToString();
    }

    private async Task<PackSummary> LatestAsync(CancellationToken cancellationToken) =>
        (await api.ListPacksAsync(cancellationToken: cancellationToken)).FirstOrDefault()
        ?? throw new ToolFailure(ExitCode.Refused, "error.no-pack");

    private static DateOnly DayOf(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ToolFailure(ExitCode.Usage, "error.date", date);

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StringContent Markdown(string text) => new(text, Encoding.UTF8, "text/markdown");

    /// <summary>The version of a pack lies beside its file, for the file itself is the person's.</summary>
    private static string TagOf(string file) => $"{file}.etag";

    private static async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolFailure(ExitCode.Usage, "error.file", path, error.Message);
        }
    }

    private static Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        TryAsync(path, () => File.WriteAllTextAsync(path, text, cancellationToken));

    private static async Task TryAsync(string path, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolFailure(ExitCode.Usage, "error.file", path, error.Message);
        }
    }
}
