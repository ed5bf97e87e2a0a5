using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsEducator.Upstream.Chat;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.Tests;

/// <summary>The scripted model, asked as the Summarizer asks it.</summary>
public sealed partial class ChatTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private const string Path = "/chat/v1/chat/completions";
    private static readonly string[] Wanted = ["incidents", "debates", "advisories", "tutorials"];
    private static readonly IReadOnlyList<SampleItem> Day = SampleFolder.Read(System.IO.Path.Combine(AppContext.BaseDirectory, "day"));

    private static readonly IReadOnlyList<ScriptedAnswer> Answers = ScriptedAnswers.Read(
        System.IO.Path.Combine(AppContext.BaseDirectory, "answers")
    );

    [Fact]
    public async Task It_answers_about_the_item_that_the_prompt_shows_also_when_asked_again()
    {
        var item = Day.Single(item => item.Head.Id == "northwind-labs/ledger#421");

        var completion = await AskAsync(Said("system", "rules"), Said("user", $"====\n{item.Title}\n\nbody"), Said("user", "again"));

        completion["choices"]![0]!["finish_reason"]!.ToString().ShouldBe("stop");
        ((int)completion["usage"]!["total_tokens"]!).ShouldBeGreaterThan(0);
        var answer = JsonNode.Parse(completion["choices"]![0]!["message"]!["content"]!.ToString())!;
        answer["summary"]!.AsArray().Count.ShouldBe(4);
        answer.AsObject().Select(field => field.Key).ShouldNotContain("item");
        answer["summary"]![2]!.AsObject().Select(field => field.Key).ShouldBe(["text", "quote"], "it does not say where it lies");
    }

    [Fact]
    public async Task It_lists_itself_as_the_doctor_asks()
    {
        var listed = await app.Client.GetFromJsonAsync<JsonNode>("/chat/v1/models", TestContext.Current.CancellationToken);

        listed!["data"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString().ShouldBe("demo-script");
    }

    [Fact]
    public async Task A_text_in_parts_is_read_and_a_text_without_a_script_refused()
    {
        var title = Day.Single(item => item.Head.Id == "northwind-labs/ledger#95").Title;
        var parts = new JsonObject
        {
            ["role"] = "user",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = title }),
        };

        (await AskAsync(parts))["choices"]![0]!["message"]!["content"].ShouldNotBeNull();
        var message = (await AskAsync(Said("user", "Some other thread")))["choices"]![0]!["message"]!;
        message["content"].ShouldBeNull();
        message["refusal"]!.ToString().ShouldContain("script");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"messages":[{"role":"system","content":"x"}]}""")]
    public async Task A_request_that_is_none_is_told_so(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await app.Client.PostAsync(Path, content, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("messages");
    }

    [Fact]
    public void Each_item_worth_a_review_has_one_answer_whose_quotes_are_its_own_words()
    {
        Answers
            .Select(answer => answer.Item)
            .ShouldBe(Day.Where(item => Wanted.Contains(item.Category)).Select(item => item.Head.Id), ignoreOrder: true);
        foreach (var answer in Answers)
        {
            var item = Day.Single(item => item.Head.Id == answer.Item);
            var text = Normalize(
                string.Join('\n', [item.Body, .. item.Replies.Select(reply => reply.Body), .. item.Transcript?.Lines ?? []])
            );
            answer.Summary.ShouldAllBe(sentence => text.Contains(Normalize(sentence.Quote ?? "?")), answer.Item);
            answer.Summary.Count.ShouldBeInRange(3, 4);
            answer.OneLiner!.Length.ShouldBeInRange(5, 30);
            answer.Analogy.ShouldNotBeNull().ShouldMatch("^像.{1,60}一样");
            answer.Terms.ShouldAllBe(term => term.Explanation.Length <= 20);
        }
    }

    [Fact]
    public void Four_sentences_are_wrong_on_purpose() =>
        Answers
            .SelectMany(answer => answer.Summary.Select(sentence => sentence.Planted))
            .OfType<string>()
            .ShouldBe(["contradicted", "contradicted", "contradicted", "unchecked"], ignoreOrder: true);

    private async Task<JsonNode> AskAsync(params JsonNode[] messages)
    {
        var request = new JsonObject { ["model"] = "demo-script", ["messages"] = new JsonArray(messages) };
        using var response = await app.Client.PostAsJsonAsync(Path, request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken)).ShouldNotBeNull();
    }

    private static JsonObject Said(string role, string text) => new() { ["role"] = role, ["content"] = text };

    private static string Normalize(string text) => Blanks().Replace(text, " ");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
