using System.ClientModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Summarizer.Extraction;
using Shouldly;
using Xunit;

namespace NewsEducator.Summarizer.Tests.Chat;

public sealed class ChatEngineTests : IAsyncLifetime
{
    private const string TrueQuote = "1,284 payments were posted twice";
    private static readonly JsonSerializerOptions Readable = new(ModelAnswer.Json) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Snapshot Thread = SampleDay.Thread("incidents/ledger-412.md");
    private ChatServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await ChatServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_true_answer_becomes_a_chinese_summary_with_quotes()
    {
        _server.Says(Answer(("主库切换后 1,284 笔付款重复入账。", TrueQuote), ("【推测】失败重试会放大影响。", null)));

        var draft = await WriteAsync();

        draft.Engine.ShouldBe("chat:small");
        draft.Content.Language.ShouldBe("zh");
        draft.Content.Text.ShouldBe("主库切换后 1,284 笔付款重复入账。【推测】失败重试会放大影响。");
        draft.Content.Claims.Select(claim => claim.Quote).ShouldBe([TrueQuote, null]);
        draft.Content.OneLiner.ShouldBe("幂等检查必须读到自己的写入");
        draft.Content.Analogy.ShouldBe("像拿昨天的账本对今天的账一样");
        draft.Content.Concept.Key.ShouldBe("replication");
        draft.Run.ShouldBe(new EngineRun { Attempts = 1, InputTokens = 100, OutputTokens = 20, Prompt = "summarize.v1" });
    }

    [Fact]
    public async Task The_source_is_fenced_data_and_the_answer_is_bound_to_a_schema()
    {
        _server.Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        await WriteAsync();

        var request = _server.Requests.Single();
        request["response_format"]!["type"]!.GetValue<string>().ShouldBe("json_schema");
        request["tools"].ShouldBeNull();
        var user = request["messages"]![1]!["content"]!.ToString();
        var fences = user.Split('\n').Where(line => line.StartsWith("======", StringComparison.Ordinal)).ToList();
        fences.Count.ShouldBe(2);
        fences[0].ShouldBe(fences[1]);
        request["messages"]![0]!["content"]!.ToString().ShouldContain(fences[0]);
    }

    [Fact]
    public async Task A_quote_with_other_line_breaks_is_given_back_as_the_source_has_it()
    {
        var thread = Some.Snapshot("Pool runs dry", Some.Body("The pool ran dry\nat noon."));
        _server.Says(Answer(("连接池在中午耗尽。", "The pool ran dry at noon.")));

        var draft = await WriteAsync(thread);

        draft.Content.Claims.Single().Quote.ShouldBe("The pool ran dry\nat noon.");
    }

    [Fact]
    public async Task An_invented_quote_goes_back_to_the_model_with_the_reason()
    {
        _server
            .Says(Answer(("9,999 笔付款重复入账。", "9,999 payments were posted twice")))
            .Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        var draft = await WriteAsync();

        draft.Run.Attempts.ShouldBe(2);
        draft.Run.Unproven.ShouldBe(0);
        draft.Content.Text.ShouldBe("1,284 笔付款重复入账。");
        _server.Requests[1]["messages"]!.AsArray()[^1]!["content"]!.ToString().ShouldContain("9,999 笔付款重复入账。");
    }

    [Fact]
    public async Task What_stays_unproven_is_handed_on_without_a_quote()
    {
        var invented = Answer(("1,284 笔付款重复入账。", TrueQuote), ("公司因此赔偿了客户。", "the company paid damages"));
        _server.Says(invented).Says(invented).Says(invented);

        var draft = await WriteAsync();

        draft.Run.Unproven.ShouldBe(1);
        draft.Content.Claims.Select(claim => claim.Quote).ShouldBe([TrueQuote, null]);
    }

    [Fact]
    public async Task No_address_of_the_models_gets_through()
    {
        var answer = Answer(("1,284 笔付款重复入账。", TrueQuote), ("详情见 https://evil.example/free-gift 。", TrueQuote));
        _server.Says(answer).Says(answer).Says(answer);

        var draft = await WriteAsync();

        draft.Content.Text.ShouldBe("1,284 笔付款重复入账。");
    }

    [Fact]
    public async Task A_type_a_concept_or_a_term_that_does_not_exist_is_replaced_or_left_out()
    {
        _server.Says(Answer(("1,284 笔付款重复入账。", TrueQuote)).Replace("\"replication\"", "\"magic\"").Replace(ItemTypes.ProductionIncident, "爆款").Replace("\"WAL\"", "\"Zookeeper\""));

        var draft = await WriteAsync();

        draft.Content.Type.ShouldBe(ItemTypes.ProductionIncident);
        draft.Content.Concept.Key.ShouldBe("replication");
        draft.Content.Terms.ShouldAllBe(term => term.Name != "Zookeeper");
    }

    [Fact]
    public async Task Prose_in_place_of_JSON_is_asked_for_again()
    {
        _server.Says("Sure! Here is your summary: …").Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        (await WriteAsync()).Run.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_model_that_only_talks_is_stood_in_for_by_the_extractive_engine()
    {
        _server.Says("no").Says("{}").Says("[1]");

        var draft = await WriteAsync();

        draft.Engine.ShouldBe("extractive");
        draft.Run.FellBackBecause.ShouldNotBeNull().ShouldContain("3 answers");
        draft.Content.Claims.ShouldAllBe(claim => claim.Quote != null);
    }

    [Fact]
    public async Task A_model_that_hangs_is_stood_in_for_by_the_extractive_engine()
    {
        _server.Hangs();

        (await WriteAsync(timeout: TimeSpan.FromMilliseconds(300))).Engine.ShouldBe("extractive");
    }

    [Fact]
    public async Task A_busy_model_is_asked_again()
    {
        _server.Fails(429).Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        (await WriteAsync()).Engine.ShouldBe("chat:small");
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_fall_back_the_item_is_left_to_the_queue()
    {
        _server.Fails(401);

        await Should.ThrowAsync<ClientResultException>(() => WriteAsync(fallBack: false));
    }

    private Task<Draft> WriteAsync(Snapshot? snapshot = null, TimeSpan? timeout = null, bool fallBack = true)
    {
        var options = new ChatEngineOptions
        {
            Endpoint = _server.Endpoint,
            Model = "small",
            Timeout = timeout ?? TimeSpan.FromSeconds(20),
            FallBackToExtractive = fallBack,
        };
        var concepts = ConceptMap.Load();
        var engine = new ChatEngine(
            SummaryEngines.ConnectTo(options), Options.Create(options), concepts, new ExtractiveEngine(concepts), TimeProvider.System, NullLogger<ChatEngine>.Instance);
        return engine.WriteAsync(snapshot ?? Thread, TestContext.Current.CancellationToken);
    }

    private static string Answer(params (string Text, string? Quote)[] sentences) => JsonSerializer.Serialize(
        new ModelAnswer
        {
            Title = "故障切换后重复入账",
            Type = ItemTypes.ProductionIncident,
            Summary = [.. sentences.Select(sentence => new ModelSentence { Text = sentence.Text, Quote = sentence.Quote })],
            OneLiner = "幂等检查必须读到自己的写入",
            Analogy = "像拿昨天的账本对今天的账一样",
            Concept = "replication",
            Terms = [new ModelTerm { Name = "WAL", Explanation = "预写日志" }],
        },
        Readable);
}
