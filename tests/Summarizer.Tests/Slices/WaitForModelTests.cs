using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

public sealed class WaitForModelTests : IAsyncLifetime
{
    private ChatServer _model = null!;
    private SummarizerApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _model = await ChatServer.StartAsync();
        _app = await SummarizerApp.StartAsync(
            ("Chat:Endpoint", _model.Endpoint.ToString()),
            ("Chat:Model", "small"),
            ("Chat:WhenUnavailable", "Wait"),
            ("Chat:WaitFor", "00:00:01"),
            ("Chat:InputPrice", "2")
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _model.DisposeAsync();
    }

    [Fact]
    public async Task An_item_waits_until_a_model_answers_and_is_summarized_once()
    {
        _model.Fails(400).Fails(400).Says(Answer);
        var snapshot = SampleDay.Thread("incidents/ledger-412.md");
        _app.Neighbours.Serve(snapshot);

        await _app.Neighbours.Messages.SendAsync(new ItemCollected { Source = SomeSource.Source(snapshot) });

        var summarized = (await _app.SummarizedAsync(snapshot.ItemId, 1)).ShouldHaveSingleItem();
        summarized.Engine.ShouldBe("chat:small");
        summarized.Revision.ShouldBe(1);
        _model.Requests.Count.ShouldBe(3);
        var spent = await _app.ClientOf("viewer").GetFromJsonAsync<JsonArray>("/api/spending", TestContext.Current.CancellationToken);
        var day = spent.ShouldHaveSingleItem()!;
        day["model"]!.GetValue<string>().ShouldBe("small");
        day["inputTokens"]!.GetValue<long>().ShouldBe(100);
        day["cost"]!.GetValue<decimal>().ShouldBe(0.0002m);

        _model.Fails(400);
        (
            await _app.ClientOf("operator")
                .PostAsync(new Uri($"/api/summaries/{snapshot.ItemId}/redo", UriKind.Relative), null, TestContext.Current.CancellationToken)
        ).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static string Answer =>
        JsonSerializer.Serialize(
            new ModelAnswer
            {
                Title = "重复入账",
                Type = ItemTypes.ProductionIncident,
                Summary = [new ModelSentence { Text = "1,284 笔付款重复入账。", Quote = "1,284 payments were posted twice" }],
                OneLiner = null,
                Analogy = null,
                Concept = "replication",
                Terms = [],
            },
            ModelAnswer.Json
        );
}
