namespace NewsEducator.Collector.Sources;

/// <summary>What a file of sources would change.</summary>
/// <param name="Added">In the file only.</param>
/// <param name="Changed">In both, but not the same.</param>
/// <param name="Missing">Not in the file: kept, or deleted where that was asked for.</param>
/// <param name="Unchanged">How many are the same.</param>
internal sealed record SourcesDiff(
    IReadOnlyList<string> Added,
    IReadOnlyList<ChangedSource> Changed,
    IReadOnlyList<string> Missing,
    int Unchanged
)
{
    public static SourcesDiff Of(IReadOnlyList<SourcesFile.Entry> file, IReadOnlyCollection<Source> stored)
    {
        var byId = stored.ToDictionary(source => source.Id, StringComparer.Ordinal);
        var named = file.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        var changed = file.Where(entry => byId.TryGetValue(entry.Id, out var source) && source.Settings != entry.Settings)
            .Select(entry => new ChangedSource(entry.Id, FieldsOf(byId[entry.Id].Settings, entry.Settings)))
            .ToList();
        var added = file.Where(entry => !byId.ContainsKey(entry.Id)).Select(entry => entry.Id).ToList();
        return new SourcesDiff(
            added,
            changed,
            [.. stored.Select(source => source.Id).Where(id => !named.Contains(id)).Order(StringComparer.Ordinal)],
            file.Count - added.Count - changed.Count
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

internal sealed record ChangedSource(string Id, IReadOnlyList<ChangedField> Fields);

internal sealed record ChangedField(string Name, string Before, string After);
