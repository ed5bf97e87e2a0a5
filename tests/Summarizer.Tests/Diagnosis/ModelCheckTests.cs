using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Diagnosis;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Diagnosis;

/// <summary>What the doctor says of the model, against servers that answer as those of models do.</summary>
public sealed class ModelCheckTests : IAsyncLifetime
{
    private const string Key = "model-secret";
    private readonly WebApplication _server = LoopbackHttp.New();
    private Func<HttpRequest, IResult> _answer = _ => Results.NotFound();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Uri Endpoint => new($"{_server.Urls.First()}/v1");

    public async ValueTask InitializeAsync()
    {
        _server.MapGet("/v1/models", (HttpRequest request) => _answer(request));
        await _server.StartAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_server_that_takes_the_key_and_has_the_model_is_well()
    {
        var shown = "";
        _answer = request =>
        {
            shown = request.Headers.Authorization.ToString();
            return Results.Text("""{"object":"list","data":[{"id":"small","object":"model","created":0,"owned_by":"us"}]}""");
        };

        var (state, said) = await ExamineAsync(Endpoint, "small");

        (state, said).ShouldBe((HealthStatus.Healthy, $"The model server at {Endpoint.Authority} answers and has small."));
        shown.ShouldBe($"Bearer {Key}");
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_named_with_those_that_are()
    {
        _answer = _ => Results.Text("""{"object":"list","data":[{"id":"large","object":"model","created":0,"owned_by":"us"}]}""");

        var (state, said) = await ExamineAsync(Endpoint, "small");

        state.ShouldBe(HealthStatus.Degraded);
        said.ShouldEndWith("does not list small: correct Chat__Model or Chat__FallbackModels. It lists large.");
    }

    [Theory]
    [InlineData(401, HealthStatus.Unhealthy, "refuses the key (401): set the right one as Chat__ApiKey.")]
    [InlineData(503, HealthStatus.Degraded, "is in trouble (503)")]
    [InlineData(404, HealthStatus.Degraded, "see whether Chat__Endpoint ends where")]
    public async Task A_refusal_says_what_to_do_and_not_the_key(int status, HealthStatus expected, string saying)
    {
        _answer = _ => Results.Text($"{Key} is wrong", statusCode: status);

        var (state, said) = await ExamineAsync(Endpoint, "small");

        state.ShouldBe(expected);
        said.ShouldContain(saying);
        said.ShouldNotContain(Key);
    }

    [Fact]
    public async Task Something_else_that_answers_is_seen()
    {
        _answer = _ => Results.Text("<html>Please sign in to the network</html>", "text/html");

        var (state, said) = await ExamineAsync(Endpoint, "small");

        state.ShouldBe(HealthStatus.Degraded);
        said.ShouldContain("answers without a list of models");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_fault()
    {
        var (state, said) = await ExamineAsync(new Uri($"http://127.0.0.1:{LoopbackPort.Free()}/v1"), "small");

        state.ShouldBe(HealthStatus.Unhealthy);
        said.ShouldContain("does not answer (");
        said.ShouldEndWith("start it, or correct Chat__Endpoint.");
    }

    [Fact]
    public async Task Half_a_configuration_is_a_fault_and_none_a_warning()
    {
        (await ExamineAsync(Endpoint, null)).ShouldBe(
            (HealthStatus.Unhealthy, "Chat__Endpoint and Chat__Model go together: set Chat__Model, too.")
        );
        (await ExamineAsync(null, "small")).State.ShouldBe(HealthStatus.Unhealthy);
        (await ExamineAsync(null, null)).State.ShouldBe(HealthStatus.Degraded);
    }

    private static async Task<(HealthStatus State, string Said)> ExamineAsync(Uri? endpoint, string? model)
    {
        var chat = new ChatEngineOptions
        {
            Endpoint = endpoint,
            Model = model,
            ApiKey = Key,
        };
        var found = await new ModelCheck(Options.Create(chat)).CheckHealthAsync(new HealthCheckContext(), Cancel);
        return (found.Status, found.Description!);
    }
}
