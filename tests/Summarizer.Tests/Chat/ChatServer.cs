using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsEducator.Summarizer.Tests.Chat;

/// <summary>A server that speaks the OpenAI chat API and answers from a script, one answer a request.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Func<HttpContext, Task>> _script = new();

    private ChatServer(WebApplication app)
    {
        _app = app;
    }

    public Uri Endpoint => new($"{_app.Urls.First()}/v1");

    public List<JsonNode> Requests { get; } = [];

    public static async Task<ChatServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var server = new ChatServer(builder.Build());
        server._app.MapPost("/v1/chat/completions", server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ChatServer Says(string content)
    {
        _script.Enqueue(context => context.Response.WriteAsJsonAsync(new
        {
            id = "chatcmpl-1",
            @object = "chat.completion",
            created = 0,
            model = "small",
            choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content } } },
            usage = new { prompt_tokens = 100, completion_tokens = 20, total_tokens = 120 },
        }));
        return this;
    }

    public ChatServer Fails(int status)
    {
        _script.Enqueue(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        return this;
    }

    public ChatServer Hangs()
    {
        _script.Enqueue(async context => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Add((await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body))!);
        await (_script.TryDequeue(out var answer) ? answer(context) : throw new InvalidOperationException("The script has no more answers."));
    }
}
