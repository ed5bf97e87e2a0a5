using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Polling;

namespace NewsEducator.Collector.Sources;

/// <summary>The store as a file of sources, and back: the file and the API are two views of it.</summary>
internal static class ExchangeSources
{
    private const int LongestFile = 4 * 1024 * 1024;

    /// <param name="format"><c>yaml</c>, the default, or <c>opml</c>.</param>
    public static async Task<ContentHttpResult> Export(
        CollectorDb db,
        ConnectorCatalog connectors,
        CancellationToken cancellationToken,
        string? format = null
    )
    {
        var sources = await db.Sources.AsNoTracking().OrderBy(source => source.Id).ToListAsync(cancellationToken);
        return format == "opml"
            ? TypedResults.Text(SourcesOpml.Write(sources), SourcesOpml.MediaType, Encoding.UTF8)
            : TypedResults.Text(SourcesYaml.Write(sources, connectors), "application/yaml", Encoding.UTF8);
    }

    /// <summary>What an import of the file would change; nothing is changed.</summary>
    public static async Task<Results<Ok<SourcesDiff>, ValidationProblem>> Diff(
        HttpRequest request,
        CollectorDb db,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.Sources.AsNoTracking().ToListAsync(cancellationToken);
        var file = await ReadAsync(request, stored, connectors, whitelist, cancellationToken);
        return file.Errors.Count > 0 ? Wrong(file) : TypedResults.Ok(SourcesDiff.Of(file, stored));
    }

    /// <summary>Adds and changes what the file says, of our own file all of it or nothing; with <c>prune</c> what it lacks is
    /// deleted.</summary>
    public static async Task<Results<Ok<SourcesDiff>, ValidationProblem>> Import(
        HttpRequest request,
        bool? prune,
        CollectorDb db,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var stored = await db.Sources.ToDictionaryAsync(source => source.Id, cancellationToken);
        var file = await ReadAsync(request, stored.Values, connectors, whitelist, cancellationToken);
        if (file.Errors.Count > 0)
        {
            return Wrong(file);
        }

        var states = await db.PollStates.ToDictionaryAsync(state => state.SourceId, cancellationToken);
        var diff = SourcesDiff.Of(file, stored.Values);
        var changed = diff.Changed.Select(source => source.Id).ToHashSet(StringComparer.Ordinal);
        var now = time.GetUtcNow();
        foreach (var (id, settings) in file.Sources)
        {
            if (!stored.TryGetValue(id, out var source))
            {
                source = Source.Make(id, settings, fromFile: false);
                db.Sources.Add(source);
                db.PollStates.Add(PollState.For(source, now));
            }
            else if (changed.Contains(id))
            {
                source.Edit(settings);
                states[id].Restart(source.Enabled, now);
            }
        }

        // One of sources.yaml would come back at the next start; disabled it stays as it is.
        foreach (var missing in prune == true ? diff.Missing.Select(id => stored[id]) : [])
        {
            if (missing.FromFile)
            {
                missing.Edit(missing.Settings with { Enabled = false });
                states[missing.Id].Restart(enabled: false, now);
            }
            else
            {
                db.Sources.Remove(missing);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(diff);
    }

    private static ValidationProblem Wrong(SourcesFile.Content file) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["sources"] = [.. file.Errors] });

    private static async Task<SourcesFile.Content> ReadAsync(
        HttpRequest request,
        IReadOnlyCollection<Source> stored,
        ConnectorCatalog connectors,
        Whitelist whitelist,
        CancellationToken cancellationToken
    )
    {
        if (request.ContentLength > LongestFile)
        {
            return new SourcesFile.Content([], [$"The file is longer than {LongestFile} bytes."]);
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var file = await reader.ReadToEndAsync(cancellationToken);
        try
        {
            return SourcesOpml.IsOpml(file)
                ? SourcesFile.Sort(SourcesOpml.Read(file, stored), connectors, whitelist)
                : SourcesFile.Read(file, connectors, whitelist);
        }
        catch (XmlException error)
        {
            return new SourcesFile.Content([], [error.Message]);
        }
    }
}
