using NewsEducator.Contracts;

namespace NewsEducator.Review.Operations.EndToEnd;

/// <summary>An item that an operator sent through all stages. Whatever arrives of it is taken out at once, now and later.</summary>
internal sealed class EndToEndCheck
{
    public required Guid Id { get; init; }

    /// <summary>Stored before the Collector is asked, so that the item finds it here.</summary>
    public required Guid ItemId { get; set; }

    public required string Address { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset? CollectedAt { get; private set; }

    /// <summary>Why the Collector has no text to pass on.</summary>
    public string? Fault { get; private set; }

    /// <summary>When the screened item was here; null until then.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    public Verdict? Verdict { get; private set; }

    public void Collect(DateTimeOffset now) => CollectedAt = now;

    public void Stop(string fault) => Fault = fault;

    public void Arrive(Verdict verdict, DateTimeOffset now) => (ArrivedAt, Verdict) = (ArrivedAt ?? now, verdict);
}
