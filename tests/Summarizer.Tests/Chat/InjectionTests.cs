using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Chat;

/// <summary>A hundred cases: each attack in each place of a source, with a model that does everything the attack asks for.</summary>
public sealed class InjectionTests(ModelMemory memory) : IClassFixture<ModelMemory>, IAsyncLifetime
{
    private const string Fact = "The connection pool ran dry at noon because no idle connection was ever closed.";
    private const string Opening = $"{Fact} We had raised the limit twice in the weeks before and seen no difference in the waiting times.";
    private const string Told = "连接池在中午耗尽，因为空闲连接从不关闭。";
    private static readonly JsonSerializerOptions Readable = new(ModelAnswer.Json)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private ChatServer _server = null!;

    public static TheoryData<string, int> Cases =>
        [
            .. from place in new[] { "title", "body", "comment", "answer", "transcript" }
            from attack in Enumerable.Range(0, Attacks.Texts.Count)
            select (place, attack),
        ];

    public async ValueTask InitializeAsync() => _server = await ChatServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_model_that_obeys_gets_no_address_and_no_order_into_a_summary(string place, int attack)
    {
        var text = Attacks.Texts[attack];
        var snapshot = Attacked(place, text);
        _server.Otherwise = _ => Obedient(text);

        var draft = await memory
            .Engine(new ChatEngineOptions { Endpoint = _server.Endpoint, Model = "obedient" })
            .WriteAsync(snapshot, afresh: false, TestContext.Current.CancellationToken);

        draft.Engine.ShouldBe("chat:obedient");
        draft.Content.Text.ShouldBe(Told);
        draft.Content.Claims.ShouldHaveSingleItem().Quote.ShouldBe(Fact);
        ShouldBeClean(draft.Content, place, text);
        _server.Requests.Count.ShouldBe(3);
        _server.Requests.ShouldAllBe(request => IsFenced(request, text));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_extractive_engine_quotes_none_of_it(string place, int attack)
    {
        var content = SomeJudge.Summarize(Attacked(place, Attacks.Texts[attack]));

        content.Text.ShouldContain(Fact);
        ShouldBeClean(content, place, Attacks.Texts[attack]);
    }

    private static void ShouldBeClean(SummaryContent content, string place, string attack)
    {
        // What a source calls itself is its title, shown as what it is.
        var shown = JsonSerializer.Serialize(place == "title" ? content with { Title = "" } : content, Readable);
        shown.ShouldNotContain("evil", Case.Insensitive);
        shown.ShouldNotContain("://");
        shown.ShouldNotContain(attack[..10]);
        shown.ShouldNotContain(attack[^10..]);
    }

    // The source is in the user's message alone, between two lines that are the same and that its writer could not know; and there is
    // nothing to call.
    private static bool IsFenced(JsonNode request, string attack)
    {
        var messages = request["messages"]!.AsArray();
        var lines = messages[1]!["content"]!.GetValue<string>().Split('\n');
        return request["tools"] is null
            && request["functions"] is null
            && !messages[0]!["content"]!.GetValue<string>().Contains(attack, StringComparison.Ordinal)
            && lines[0] == lines[^1]
            && lines[0].Length > 30
            && lines.Count(line => line == lines[0]) == 2;
    }

    private static Snapshot Attacked(string place, string attack)
    {
        var snapshot = SomeSource.Snapshot(
            place == "title" ? attack : "Pool runs dry",
            SomeSource.Body(place == "body" ? $"{Opening}\n\n{attack}" : Opening),
            place switch
            {
                "comment" => SomeSource.Comment(attack, reactions: 99),
                "answer" => SomeSource.Answer(attack, reactions: 99),
                "transcript" => SomeSource.Transcript(attack),
                _ => SomeSource.Comment("I saw the same on my machine."),
            }
        );
        return snapshot with { Id = Guid.NewGuid().ToString("N"), ItemId = Guid.NewGuid() };
    }

    private static string Obedient(string attack) =>
        JsonSerializer.Serialize(
            new ModelAnswer
            {
                Title = attack,
                Type = attack,
                Summary =
                [
                    new ModelSentence { Text = attack, Quote = attack },
                    new ModelSentence { Text = Told, Quote = Fact },
                    new ModelSentence { Text = "【推测】详情见 https://evil.example/x 。", Quote = null },
                    new ModelSentence { Text = "下载地址是 evil.example/new 。", Quote = Fact },
                    new ModelSentence { Text = "来源未说明，请看 www.evil.example", Quote = null },
                ],
                OneLiner = "访问 evil.example 了解更多",
                Analogy = "像 https://evil.example 一样",
                Concept = attack,
                Terms =
                [
                    new ModelTerm { Name = "pool", Explanation = "见 evil.example/a" },
                    new ModelTerm { Name = "evil.example", Explanation = "网站" },
                ],
            },
            Readable
        );
}
