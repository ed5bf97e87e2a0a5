namespace NewsEducator.Collector.Sources;

/// <summary>What a file of sources would change.</summary>
/// <param name="Added">In the file only.</param>
/// <param name="Changed">In both, but not the same.</param>
/// <param name="Missing">Not in the file: kept, or deleted where that was asked for.</param>
/// <param name="Unchanged">How many are the same.</param>
/// <param name="Refused">Rows of an OPML that can be no source here; the others are taken.</param>
internal sealed record SourcesDiff(
    IReadOnlyList<string> Added,
    IReadOnlyList<ChangedSource> Changed,
    IReadOnlyList<string> Missing,
    int Unchanged,
    IReadOnlyList<RefusedSource> Refused
)
{
    public static SourcesDiff Of(SourcesFile.Content content, IReadOnlyCollection<Source> stored)
    {
        var (file, refused) = (content.Sources, content.Refused);
        var byId = stored.ToDictionary(source => source.Id, StringComparer.Ordinal);
        var named = file.Select(entry => entry.Id).Concat(refused.Select(source => source.Id)).ToHashSet(StringComparer.Ordinal);
        var changed = file.Where(entry => byId.TryGetValue(entry.Id, out var source) && source.Settings != entry.Settings)
            .Select(entry => new ChangedSource(entry.Id, FieldsOf(byId[entry.Id].Settings, entry.Settings)))
            .ToList();
        var added = file.Where(entry => !byId.ContainsKey(entry.Id)).Select(entry => entry.Id).ToList();
        return new SourcesDiff(
            added,
            changed,
            [.. stored.Select(source => source.Id).Where(id => !named.Contains(id)).Order(StringComparer.Ordinal)],
            file.Count - added.Count - changed.Count,
            refused
        );
    }

    private static List<ChangedField> FieldsOf(SourceSettings before, SourceSettings after)
    {
        (string Name, string Before, string After)[] fields =
        [
            ("kind", before.Kind, after.Kind),
            ("target", before.Target, after.Target),
            ("interval", Duration.Write(before.Interval), Duration.Write(after.Interval)),
            ("enabled", before.Enabled ? "true" : "false", after.Enabled ? "true" : "false"),
        ];
        return
        [
            .. fields.Where(field => field.Before != field.After).Select(field => new ChangedField(field.Name, field.Before, field.After)),
        ];
    }
}

/// <param name="Code"><c>whitelist</c> where only the policy is against it, else <c>invalid</c>.</param>
internal sealed record RefusedSource(string Id, string Target, string Code, string Reason);

internal sealed record ChangedSource(string Id, IReadOnlyList<ChangedField> Fields);

internal sealed record ChangedField(string Name, string Before, string After);
