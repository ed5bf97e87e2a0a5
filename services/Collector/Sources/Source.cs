namespace NewsEducator.Collector.Sources;

/// <summary>A configured origin of items; what people edit of it. How its polls go is in <see cref="Polling.PollState"/>.</summary>
internal sealed class Source
{
    /// <summary>Named by whoever configures it: <c>ledger-issues</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the connector.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What the connector polls: a repository, a channel, a model; empty where the kind needs none.</summary>
    public string Target { get; private set; } = "";

    /// <summary>Time from one poll to the next.</summary>
    public TimeSpan Interval { get; private set; }

    public bool Enabled { get; private set; }

    /// <summary>Whether sources.yaml still has a say; an edit over the API takes the source over.</summary>
    public bool FromFile { get; private set; }

    /// <summary>Counts edits; the API's ETag.</summary>
    public int Revision { get; private set; }

    public static Source Make(string id, SourceSettings settings, bool fromFile)
    {
        var source = new Source { Id = id, FromFile = fromFile };
        source.Set(settings);
        return source;
    }

    /// <summary>A person changes it over the API.</summary>
    public void Edit(SourceSettings settings)
    {
        FromFile = false;
        Set(settings);
    }

    /// <summary>The file says so; a source that people took over keeps what they said.</summary>
    public void Configure(SourceSettings settings)
    {
        if (FromFile && settings != Settings)
        {
            Set(settings);
        }
    }

    /// <summary>It is no longer in the file.</summary>
    public void Retire() => Configure(Settings with { Enabled = false });

    public SourceSettings Settings => new(Kind, Target, Interval, Enabled);

    private void Set(SourceSettings settings)
    {
        (Kind, Target, Interval, Enabled) = settings;
        Revision++;
    }
}

/// <summary>What can be set of a source.</summary>
internal sealed record SourceSettings(string Kind, string Target, TimeSpan Interval, bool Enabled);
