using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>A real HTTP server in the place of GitHub, YouTube or Hugging Face: it answers what the test says, else 404.</summary>
public sealed class FakeUpstream : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new(StringComparer.Ordinal);

    private FakeUpstream(WebApplication app) => _app = app;

    /// <summary>What was asked for, with query, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string> UserAgents { get; } = new();

    public Uri Address =>
        new(
            _app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );

    public static async Task<FakeUpstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upstream = new FakeUpstream(builder.Build());
        upstream._app.Run(upstream.AnswerAsync);
        await upstream._app.StartAsync();
        return upstream;
    }

    /// <param name="path">Without query.</param>
    /// <param name="answer">Answers each request for it, until another answer is set.</param>
    public void On(string path, RequestDelegate answer) => _answers[path] = answer;

    public void Serve(string path, string content, string type = "application/json") =>
        On(
            path,
            context =>
            {
                context.Response.ContentType = type;
                return context.Response.WriteAsync(content, Encoding.UTF8);
            }
        );

    public void Redirect(string path, string target) =>
        On(
            path,
            context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            }
        );

    public void Fail(string path, int status) =>
        On(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            }
        );

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path + context.Request.QueryString);
        UserAgents.Enqueue(context.Request.Headers.UserAgent.ToString());
        if (_answers.TryGetValue(context.Request.Path, out var answer))
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
