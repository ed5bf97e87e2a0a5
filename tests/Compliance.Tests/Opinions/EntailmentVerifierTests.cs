using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Opinions;

/// <summary>A model that answers yes or no, one sentence a question.</summary>
[Collection(nameof(SecondOpinionTests))]
public sealed class EntailmentVerifierTests(OpinionMemory memory) : IClassFixture<OpinionMemory>, IAsyncLifetime
{
    private const string Body =
        "The pool of ledger 2.8.3 ran dry at noon because idle connections were never closed; 1,284 requests failed.";
    private const string Sure = "连接池耗尽，空闲的全都留着。";
    private const string Doubtful = "请求大多重试了。";
    private const string False = "9,999 个请求失败。";
    private ChatServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ChatServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Yes_makes_a_sentence_judged_with_its_evidence_no_is_a_doubt_and_a_contradiction_is_not_asked_of()
    {
        var input = Input(Sure, Doubtful, False);
        _server.Otherwise = request => PromptOf(request).EndsWith($"Claim: {Sure}", StringComparison.Ordinal) ? " Yes.\n" : "No";

        var opinion = (await AskAsync(input)).ShouldNotBeNull();
        var outcome = Screen.Run(input.With(opinion));

        outcome
            .Sentences.Select(sentence => sentence.State)
            .ShouldBe([SentenceState.Judged, SentenceState.Unchecked, SentenceState.Contradicted]);
        Body.ShouldContain(outcome.Sentences[0].Evidence[0].Text);
        outcome.Findings.Where(finding => finding.Rule == "opinion.model").ShouldHaveSingleItem().Sentence.ShouldBe(1);
        _server.Requests.Count.ShouldBe(2);
        PromptOf(_server.Requests[0]).ShouldBe($"Document: {input.Snapshot.Text}\nClaim: {Sure}");
        (opinion.Model, opinion.Prompt).ShouldBe(("small", EntailmentPrompt.Name));
        (await memory.DayAsync("small"))!.Answers.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Theory]
    [InlineData("Maybe")]
    [InlineData("""{"backed": true}""")]
    public async Task What_is_neither_yes_nor_no_leaves_the_sentence_as_it_is(string answer)
    {
        _server.Says(answer).Says("Yes");

        var opinion = (await AskAsync(Input(Sure, Sure.Replace("耗尽", "用完", StringComparison.Ordinal)))).ShouldNotBeNull();

        opinion.Doubts.ShouldBeEmpty();
        opinion.Backed.ShouldHaveSingleItem().Sentence.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_fails_or_hangs_is_asked_once_and_nothing_comes_of_it()
    {
        _server.Fails(500);
        (await AskAsync(Input(Sure, Doubtful))).ShouldBeNull();
        _server.Hangs();
        (await AskAsync(Input(Sure, Doubtful))).ShouldBeNull();

        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_long_source_the_model_is_shown_what_stands_around_the_evidence()
    {
        var filler = string.Join(
            "\n\n",
            Enumerable.Range(0, 400).Select(number => $"Paragraph {number} tells of something else entirely.")
        );
        var snapshot = SomeSource.Snapshot("ledger 2.8.3: pool ran dry", SomeSource.Body($"{filler}\n\n{Body}\n\n{filler}"));
        _server.Says("Yes");

        await AskAsync(Some.Input(snapshot, Summary(Sure)));

        var prompt = PromptOf(_server.Requests[0]);
        prompt.Length.ShouldBeInRange(500, 1_100);
        prompt.ShouldContain(Body);
    }

    [Theory]
    [InlineData("", "http://models.example/v1", "writer", true)]
    [InlineData("None", "http://models.example/v1", "writer", false)]
    [InlineData("", "", "", false)]
    public void The_chat_model_of_the_summaries_is_the_verifier_unless_another_or_none_is_named(
        string kind,
        string endpoint,
        string model,
        bool isSet
    )
    {
        var options = OptionsOf(
            new()
            {
                ["Opinion:Kind"] = kind,
                ["Chat:Endpoint"] = endpoint,
                ["Chat:Model"] = model,
                ["Chat:ApiKey"] = "k",
            }
        );

        options.IsSet.ShouldBe(isSet);
        options.Model.ShouldBe(isSet ? model : null);
        var named = OptionsOf(
            new()
            {
                ["Opinion:Endpoint"] = "http://small.example/v1",
                ["Opinion:Model"] = "small",
                ["Chat:Endpoint"] = "http://models.example/v1",
                ["Chat:Model"] = "writer",
                ["Chat:ApiKey"] = "k",
            }
        );
        (named.Model, named.ApiKey).ShouldBe(("small", null), "a key goes to its own server only");
    }

    [Fact]
    public void An_entailment_model_has_to_be_named() =>
        Should
            .Throw<OptionsValidationException>(() =>
                OptionsOf(
                    new()
                    {
                        ["Opinion:Kind"] = "Entailment",
                        ["Chat:Endpoint"] = "http://models.example/v1",
                        ["Chat:Model"] = "writer",
                    }
                )
            )
            .Message.ShouldContain("Opinion:Kind Entailment needs");

    private static OpinionOptions OptionsOf(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Where(setting => !string.IsNullOrEmpty(setting.Value))).Build()
        );
        services.AddVerifier();
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<OpinionOptions>>().Value;
    }

    private Task<Opinion?> AskAsync(ScreeningInput input)
    {
        var options = Options.Create(
            new OpinionOptions
            {
                Kind = VerifierKind.Entailment,
                Endpoint = _server.Endpoint,
                Model = "small",
                Timeout = TimeSpan.FromSeconds(2),
                ContextLength = 1_000,
            }
        );
        var verifier = new EntailmentVerifier(
            options,
            memory.Ledger(options),
            TimeProvider.System,
            NullLogger<EntailmentVerifier>.Instance
        );
        return verifier.AskAsync(input, TestContext.Current.CancellationToken);
    }

    private static ScreeningInput Input(params string[] sentences) =>
        Some.Input(SomeSource.Snapshot("ledger 2.8.3: pool ran dry", SomeSource.Body(Body)), Summary(sentences));

    private static SummaryContent Summary(params string[] sentences) =>
        Some.Summary(string.Concat(sentences), claims: sentences.Select(sentence => new Claim { Sentence = sentence }));

    private static string PromptOf(JsonNode request) => request["messages"]![0]!["content"]!.ToString();
}
