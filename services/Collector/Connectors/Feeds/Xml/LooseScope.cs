namespace NewsEducator.Collector.Connectors.Feeds.Xml;

/// <summary>The prefixes that were declared on an element and around it, and what names written with them mean; each name is worked out
/// once.</summary>
internal sealed class LooseScope(IReadOnlyDictionary<string, string> declared, LooseScope? outer)
{
    private readonly Dictionary<string, LooseName> _names = new(StringComparer.Ordinal);

    /// <param name="written">As in the tag.</param>
    public LooseName NameOf(ReadOnlySpan<char> written)
    {
        var names = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!names.TryGetValue(written, out var name))
        {
            names[written] = name = Make(written);
        }

        return name;
    }

    private LooseName Make(ReadOnlySpan<char> written)
    {
        var colon = written.IndexOf(':');
        var prefix = colon < 0 ? "" : written[..colon].ToString();
        var local = written[(colon + 1)..].ToString();
        var vocabulary = Vocabularies.NameOf(UriOf(prefix), prefix);
        return new LooseName(local, vocabulary.Length == 0 ? local.ToLowerInvariant() : $"{vocabulary}:{local.ToLowerInvariant()}");
    }

    private string? UriOf(string prefix)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.Declared.TryGetValue(prefix, out var uri))
            {
                return uri;
            }
        }

        return null;
    }

    private LooseScope? Outer => outer;

    private IReadOnlyDictionary<string, string> Declared => declared;
}

/// <param name="Local">As written, without its prefix.</param>
/// <param name="Full">Lower-case, with the short name of its namespace, see <see cref="Vocabularies"/>; that of the feed formats themselves
/// is empty.</param>
internal sealed record LooseName(string Local, string Full);
