using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Review.Access;
using NewsEducator.ServiceDefaults.Security;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>A service beside Review, as far as a test needs it: it answers over HTTP and keeps what it was asked, and by whom.</summary>
internal sealed class StubService : IAsyncDisposable
{
    private readonly List<Call> _calls = [];

    internal sealed record Call(string? By, string Method, string Path, string Query, string Body);

    public WebApplication Http { get; } = LoopbackHttp.New();

    public string Address => Http.Urls.First();

    /// <summary>Knows whose tokens come.</summary>
    public ReviewApp? Review { get; set; }

    public IReadOnlyList<Call> Calls => _calls;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An endpoint that keeps each call.</summary>
    public Func<HttpRequest, Task<IResult>> Keep(Func<HttpRequest, string, IResult> answer) =>
        async request =>
        {
            using var reader = new StreamReader(request.Body);
            var body = await reader.ReadToEndAsync(Cancel);
            var token = request.Headers.Authorization.ToString()["Bearer ".Length..];
            var holder = await Review!.Services.GetRequiredService<PageTokens>().FindAsync(TokenDigest.Of(token).Hash, Cancel);
            _calls.Add(new Call(holder?.Name, request.Method, $"{request.Path}", $"{request.QueryString}", body));
            return answer(request, body);
        };

    public ValueTask DisposeAsync() => Http.DisposeAsync();
}
