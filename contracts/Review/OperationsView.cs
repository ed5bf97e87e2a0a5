namespace NewsEducator.Contracts;

/// <summary>How the product runs, for its operator.</summary>
public sealed record OperationsView
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Candidates by state.</summary>
    public required IReadOnlyList<StageView> Stages { get; init; }

    /// <summary>The last two weeks, the oldest day first.</summary>
    public required IReadOnlyList<DayFunnel> Days { get; init; }

    /// <summary>What does not go on by itself, the oldest first.</summary>
    public required IReadOnlyList<StuckView> Stuck { get; init; }

    public required IReadOnlyList<ServiceView> Services { get; init; }

    public required IReadOnlyList<ScheduleView> Schedules { get; init; }

    /// <summary>Sentences of the last seven days by state.</summary>
    public required IReadOnlyDictionary<SentenceState, int> Sentences { get; init; }

    /// <summary>What models took in the last month, by day, service and model, the latest first.</summary>
    public required IReadOnlyList<ModelDay> Models { get; init; }
}

/// <summary>What became of the items that arrived on a day.</summary>
/// <param name="Dropped">Before they were candidates.</param>
/// <param name="Candidates">All that were screened.</param>
/// <param name="Approved">Those of them that a person approved.</param>
public sealed record DayFunnel(DateOnly Date, int Dropped, int Candidates, int Approved);

/// <summary>Something that waits for a person.</summary>
/// <param name="What"><c>away</c>, <c>dead-letters</c>, <c>outbox</c>, <c>unread-queue</c>, <c>source</c>, <c>unscreened</c>,
/// <c>unpublished</c> or <c>verification</c>.</param>
/// <param name="Name">The service, queue, source or pack.</param>
/// <param name="Count">How many.</param>
/// <param name="Detail">The cause, as far as a service recorded it.</param>
public sealed record StuckView(string What, string Name, int Count, DateTimeOffset? Since, string? Detail = null);

/// <summary>One service.</summary>
/// <param name="Messaging">Null where it does not answer.</param>
/// <param name="Faults">Its dead letters by fault.</param>
public sealed record ServiceView(string Name, MessagingView? Messaging, IReadOnlyList<DeadLetterGroup> Faults)
{
    public bool IsAway => Messaging is null;
}

/// <summary>Something that happens by the clock.</summary>
/// <param name="Name"><c>cut</c> or <c>polls</c>.</param>
public sealed record ScheduleView(string Name, DateTimeOffset? Last, DateTimeOffset? Next);

/// <summary>What a model took on a day (UTC).</summary>
/// <param name="Cost">Null where it is not known.</param>
public sealed record ModelDay(DateOnly Day, string Service, string Model, int Answers, long InputTokens, long OutputTokens, decimal? Cost);

/// <summary>The state of one item in each service.</summary>
/// <param name="Found">More than one where a title was asked for that several candidates have; then there are no steps.</param>
/// <param name="TraceId">Of the trace that it runs through all services in.</param>
public sealed record LineageView(IReadOnlyList<LineageItem> Found, string? TraceId, IReadOnlyList<LineageStep> Steps);

/// <summary>An item that was found.</summary>
public sealed record LineageItem(Guid ItemId, string Title, string Url);

/// <summary>What one service knows of the item.</summary>
/// <param name="State">Null where the service does not know the item.</param>
/// <param name="IsAway">The service does not answer.</param>
/// <param name="Href">Where its part can be read.</param>
public sealed record LineageStep(string Service, string? State, DateTimeOffset? At, string? Detail, bool IsAway, string? Href);
