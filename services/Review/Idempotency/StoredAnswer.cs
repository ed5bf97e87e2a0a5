namespace NewsEducator.Review.Idempotency;

/// <summary>What a request with an <c>Idempotency-Key</c> was answered, so that its repeat is answered the same.</summary>
internal sealed class StoredAnswer
{
    public required string Person { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, address, conditions and body.</summary>
    public required string Request { get; init; }

    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>Null while the request is being worked on.</summary>
    public int? Status { get; init; }

    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public string? Location { get; init; }

    public byte[]? Body { get; init; }
}
