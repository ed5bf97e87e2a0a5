using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsEducator.Testing;

/// <summary>Review, as far as it is asked which evidence somebody needs.</summary>
public sealed class EvidenceOwner : IAsyncDisposable
{
    private readonly WebApplication _http = LoopbackHttp.New();

    private EvidenceOwner() =>
        _http.MapPost(
            "/api/reconcile/evidence",
            (Question question) =>
                IsAway
                    ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
                    : Results.Ok(new { missing = question.Ids.Where(id => !Needed.Contains(id)) })
        );

    public ConcurrentBag<Guid> Needed { get; } = [];

    public bool IsAway { get; set; }

    public string Address => _http.Urls.First();

    public static async Task<EvidenceOwner> StartAsync()
    {
        var owner = new EvidenceOwner();
        await owner._http.StartAsync();
        return owner;
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private sealed record Question(Guid[] Ids);
}
