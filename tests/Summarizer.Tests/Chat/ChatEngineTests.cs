using System.Text.Encodings.Web;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Engines;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Chat;

public sealed class ChatEngineTests(ModelMemory memory) : IClassFixture<ModelMemory>, IAsyncLifetime
{
    private const string TrueQuote = "1,284 payments were posted twice";
    private static readonly JsonSerializerOptions Readable = new(ModelAnswer.Json)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
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
        draft.Run.ShouldBe(
            new EngineRun
            {
                Attempts = 1,
                InputTokens = 100,
                OutputTokens = 20,
                Cost = 0.0004m,
                Prompt = "summarize.v1",
            }
        );
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
        var thread = SomeSource.Snapshot("Pool runs dry", SomeSource.Body("The pool ran dry\nat noon."));
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
        _server.Says(
            Answer(("1,284 笔付款重复入账。", TrueQuote))
                .Replace("\"replication\"", "\"magic\"")
                .Replace(ItemTypes.ProductionIncident, "爆款")
                .Replace("\"WAL\"", "\"Zookeeper\"")
        );

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

        draft.Engine.ShouldBe("extractive:unavailable");
        draft.Run.FellBackBecause.ShouldNotBeNull().ShouldContain("3 answers");
        draft.Run.Attempts.ShouldBe(3);
        draft.Content.Claims.ShouldAllBe(claim => claim.Quote != null);
    }

    [Fact]
    public async Task A_model_that_hangs_is_stood_in_for_by_the_extractive_engine()
    {
        _server.Hangs();

        (await WriteAsync(timeout: TimeSpan.FromMilliseconds(300))).Engine.ShouldBe("extractive:unavailable");
    }

    [Fact]
    public async Task A_model_that_refuses_or_breaks_off_is_asked_again_and_then_left_for_the_next_one()
    {
        _server
            .Refuses()
            .BreaksOff(Answer(("1,284 笔付款重复入账。", TrueQuote)))
            .Fails(500)
            .Fails(500)
            .Fails(500)
            .Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        var draft = await WriteAsync(change: chat => chat.FallbackModels = ["large"]);

        draft.Engine.ShouldBe("chat:large");
        draft.Run.Attempts.ShouldBe(3);
        _server.Requests.Select(request => request["model"]!.GetValue<string>()).Distinct().ShouldBe(["small", "large"]);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone()
    {
        var engine = memory.Engine(Options(chat => (chat.MaxAttempts, chat.FailuresBeforeBreak) = (1, 2)));
        _server.Fails(400).Fails(400);

        for (var item = 0; item < 5; item++)
        {
            (await engine.WriteAsync(New(Thread), afresh: false, TestContext.Current.CancellationToken)).Engine.ShouldBe(
                "extractive:unavailable"
            );
        }

        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_same_snapshot_is_paid_for_once_and_its_answer_checked_again()
    {
        _server.Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));
        var snapshot = New(Thread);
        var first = await WriteAsync(snapshot);

        var second = await WriteAsync(snapshot);

        second.Content.ShouldBeEquivalentTo(first.Content);
        second.Run.ShouldBe(new EngineRun { Prompt = "summarize.v1", IsRecalled = true });
        _server.Requests.Count.ShouldBe(1);
        (await memory.CallsAsync(snapshot.ItemId)).ShouldHaveSingleItem().Cost.ShouldBe(0.0004m);
    }

    [Fact]
    public async Task Asked_afresh_the_model_writes_again()
    {
        _server.Says(Answer(("1,284 笔付款重复入账。", TrueQuote))).Says(Answer(("有 1,284 笔付款入了两次账。", TrueQuote)));
        var (engine, snapshot) = (memory.Engine(Options()), New(Thread));
        await engine.WriteAsync(snapshot, afresh: false, TestContext.Current.CancellationToken);

        (await engine.WriteAsync(snapshot, afresh: true, TestContext.Current.CancellationToken)).Content.Text.ShouldBe(
            "有 1,284 笔付款入了两次账。"
        );
        (await engine.WriteAsync(snapshot, afresh: false, TestContext.Current.CancellationToken)).Content.Text.ShouldBe(
            "有 1,284 笔付款入了两次账。"
        );
    }

    [Theory]
    [InlineData(100, 0.0)]
    [InlineData(0, 0.0004)]
    public async Task At_the_days_ceiling_the_extractive_engine_stands_in_and_the_summary_says_so(long tokens, double cost)
    {
        _server.Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));
        await WriteAsync();

        var draft = await WriteAsync(change: chat => (chat.TokensPerDay, chat.CostPerDay) = (tokens, (decimal)cost));

        draft.Engine.ShouldBe("extractive:ceiling");
        draft.Run.FellBackBecause.ShouldNotBeNull().ShouldContain("ceiling");
        _server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task One_item_may_not_take_more_than_its_tokens()
    {
        var invented = Answer(("1,284 笔付款重复入账。", TrueQuote), ("公司因此赔偿了客户。", "the company paid damages"));
        _server.Says(invented);

        (await WriteAsync(change: chat => chat.TokensPerItem = 110)).Run.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_that_the_source_does_not_have_goes_back_to_the_model()
    {
        _server.Says(Answer(("1,284 笔付款重复入账，损失 777 万元。", TrueQuote))).Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        (await WriteAsync()).Content.Text.ShouldBe("1,284 笔付款重复入账。");
        _server.Requests[1]["messages"]!.AsArray()[^1]!["content"]!.ToString().ShouldContain("777");
    }

    [Fact]
    public async Task A_long_source_is_read_in_parts_and_only_its_own_words_go_on()
    {
        var filler = string.Join(
            '\n',
            Enumerable.Range(0, 400).Select(line => $"Line {line} of the log says nothing that matters to anybody.")
        );
        var snapshot = New(
            SomeSource.Snapshot(
                "Pool runs dry",
                SomeSource.Body($"The pool ran dry at noon.\n{filler}"),
                SomeSource.Comment(filler),
                SomeSource.Answer("The cause was a leaked connection.")
            )
        );
        _server.Otherwise = request =>
            request["response_format"]!["json_schema"]!["name"]!.GetValue<string>() == "extract"
                ? JsonSerializer.Serialize(
                    new
                    {
                        quotes = new[] { "The pool ran dry at noon.", "The cause was a leaked connection.", "The moon is made of cheese." },
                    }
                )
                : Answer(("连接池在中午耗尽。", "The pool ran dry at noon."), ("原因是连接泄漏。", "The cause was a leaked connection."));

        var draft = await WriteAsync(snapshot, change: chat => (chat.MaxSourceLength, chat.MaxParts) = (8_000, 4));

        draft.Content.Claims.Select(claim => claim.Quote).ShouldBe(["The pool ran dry at noon.", "The cause was a leaked connection."]);
        _server.Requests.Count.ShouldBe(5);
        _server.Requests.ShouldAllBe(request => request["messages"]![1]!["content"]!.ToString().Length < 8_200);
        _server.Requests[0]["messages"]![1]!["content"]!.ToString().ShouldContain("The pool ran dry");
        _server.Requests[^1]["messages"]![1]!["content"]!.ToString().ShouldNotContain("cheese");
    }

    [Fact]
    public async Task A_busy_model_is_asked_again()
    {
        _server.Fails(429).Says(Answer(("1,284 笔付款重复入账。", TrueQuote)));

        (await WriteAsync()).Engine.ShouldBe("chat:small");
        _server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_nothing_may_stand_in_the_item_is_to_wait()
    {
        _server.Fails(401);

        var error = await Should.ThrowAsync<ModelUnavailableException>(() =>
            WriteAsync(change: chat => chat.WhenUnavailable = WhenUnavailable.Wait)
        );
        error.TryAgainAt.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow());
    }

    private Task<Draft> WriteAsync(Snapshot? snapshot = null, TimeSpan? timeout = null, Action<ChatEngineOptions>? change = null)
    {
        var options = Options(change);
        options.Timeout = timeout ?? options.Timeout;
        return memory.Engine(options).WriteAsync(snapshot ?? New(Thread), afresh: false, TestContext.Current.CancellationToken);
    }

    private ChatEngineOptions Options(Action<ChatEngineOptions>? change = null)
    {
        var options = new ChatEngineOptions
        {
            Endpoint = _server.Endpoint,
            Model = "small",
            Timeout = TimeSpan.FromSeconds(20),
            InputPrice = 2,
            OutputPrice = 10,
        };
        change?.Invoke(options);
        return options;
    }

    // No answer to one test's snapshot is kept for another's.
    private static Snapshot New(Snapshot snapshot) => snapshot with { Id = Guid.NewGuid().ToString("N"), ItemId = Guid.NewGuid() };

    private static string Answer(params (string Text, string? Quote)[] sentences) =>
        JsonSerializer.Serialize(
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
            Readable
        );
}
