using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsEducator.Testing;

/// <summary>A server that speaks the OpenAI chat API and answers from a script, one answer a request.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Func<HttpContext, Task>> _script = new();
    private readonly List<JsonNode> _requests = [];

    private ChatServer(WebApplication app)
    {
        _app = app;
    }

    public Uri Endpoint => new($"{_app.Urls.First()}/v1");

    public IReadOnlyList<JsonNode> Requests => _requests;

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

    /// <summary>What it says where the script has no more answers.</summary>
    public Func<JsonNode, string>? Otherwise { get; set; }

    public ChatServer Says(string content) => Answers(content, "stop");

    /// <summary>Breaks off in the middle, as a model does that may write no more.</summary>
    public ChatServer BreaksOff(string content) => Answers(content[..(content.Length / 2)], "length");

    /// <summary>Refuses as the API has it: no content, but a refusal.</summary>
    public ChatServer Refuses()
    {
        _script.Enqueue(context =>
            WriteAsync(
                context,
                new
                {
                    role = "assistant",
                    content = (string?)null,
                    refusal = "I cannot help with that.",
                },
                "stop"
            )
        );
        return this;
    }

    private ChatServer Answers(string content, string finish)
    {
        _script.Enqueue(context => WriteAsync(context, new { role = "assistant", content }, finish));
        return this;
    }

    private static Task WriteAsync(HttpContext context, object message, string finish) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 0,
                model = "small",
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        finish_reason = finish,
                        message,
                    },
                },
                usage = new
                {
                    prompt_tokens = 100,
                    completion_tokens = 20,
                    total_tokens = 120,
                },
            }
        );

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
        _script.Enqueue(async context =>
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(_ => { }, TaskScheduler.Default)
        );
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = (await JsonSerializer.DeserializeAsync<JsonNode>(context.Request.Body))!;
        _requests.Add(request);
        await (
            _script.TryDequeue(out var answer) ? answer(context)
            : Otherwise is { } otherwise ? WriteAsync(context, new { role = "assistant", content = otherwise(request) }, "stop")
            : throw new InvalidOperationException("The script has no more answers.")
        );
    }
}
