using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Api;

[Collection(SliceCollection.Name)]
public sealed class OpenApiTests(ReviewFixture fixture)
{
    private static readonly JsonSerializerOptions Strict = new(HttpCalls.Json)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    [Fact]
    public async Task Every_operation_has_a_summary_its_errors_its_headers_and_examples()
    {
        var document = await OpenApiDocument.ReadAsync(fixture.App);

        document.Root.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        foreach (var operation in document.Operations)
        {
            operation.Json.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty(operation.Id);
            var responses = operation.Json.GetProperty("responses");
            responses
                .GetProperty("default")
                .GetProperty("content")
                .GetProperty("application/problem+json")
                .TryGetProperty("example", out _)
                .ShouldBeTrue(operation.Id);
            responses.EnumerateObject().Where(response => response.Name.StartsWith('2')).ShouldNotBeEmpty(operation.Id);
            foreach (var media in responses.EnumerateObject().Where(response => response.Name.StartsWith('2')).SelectMany(Media))
            {
                media.TryGetProperty("example", out _).ShouldBeTrue(operation.Id);
            }

            Headers(operation).Contains("Idempotency-Key").ShouldBe(!operation.IsSafe, operation.Id);
        }
    }

    [Fact]
    public async Task The_examples_are_what_the_contracts_read()
    {
        var document = await OpenApiDocument.ReadAsync(fixture.App);

        Read<List<PackSummary>>("listPacks")[0].Items.ShouldBe(1);
        Read<PackView>("getPack").Candidates.ShouldHaveSingleItem();
        Read<PackView>("releasePack").ReleasedBy.ShouldBe("bob");
        Read<PackView>("importPack").Origin.ShouldBe(PackOrigin.Imported);
        Read<CandidatePage>("listCandidates").Items.ShouldHaveSingleItem().Decision.ShouldBe(Choice.Approve);
        Read<CandidateView>("decideCandidate").Decision.ShouldBe(Choice.NeedsVerify);
        Read<List<HistoryView>>("getHistory")[0].Diff.Count.ShouldBe(4);
        Read<List<BulkOutcome>>("decideMany").Select(outcome => outcome.Status).ShouldBe([200, 200, 404]);
        Read<List<CommentView>>("listComments").ShouldHaveSingleItem();
        Read<List<ReviewerView>>("listReviewers")[0].Agreed.ShouldBe(18);
        Read<List<StageView>>("getPipeline")[0].State.ShouldBe(CandidateState.Waiting);
        Read<List<CandidateView>>("listRest").ShouldHaveSingleItem().Placement.ShouldNotBeNull().LedgerItems.ShouldBe(1);
        Read<CandidateView>("addToPack").Number.ShouldBe(13);
        Read<CandidateView>("correctConcept").ConceptCorrected.ShouldBeTrue();
        Read<RankingPreview>("previewRanking").Days.ShouldHaveSingleItem().Offered.ShouldHaveSingleItem().Decision.ShouldBe(Choice.Approve);
        Read<OperationsView>("getOperations").Services.ShouldHaveSingleItem().Messaging.ShouldNotBeNull().Dead.ShouldBe(3);
        Read<List<ServiceChecks>>("examineServices")[0].Checks.ShouldNotBeNull()[0].State.ShouldBe(CheckState.Fault);
        Read<EndToEndView>("beginEndToEnd").Stages.Count.ShouldBe(2);
        Read<EndToEndView>("getEndToEnd").IsDone.ShouldBeFalse();
        Read<SettingsView>("listSettings").Changes.ShouldHaveSingleItem();
        Read<SettingView>("changeSetting").Source.ShouldBe(SettingSource.Changed);
        Read<SettingView>("resetSetting").ChangedBy.ShouldBeNull();
        Read<LineageView>("getLineage").Steps.ShouldHaveSingleItem().State.ShouldBe("Collected");
        Read<AuditPage>("getAudit").Intact.ShouldBeTrue();

        T Read<T>(string id) =>
            document
                .Operations.Single(operation => operation.Id == id)
                .Json.GetProperty("responses")
                .EnumerateObject()
                .Where(response => response.Name.StartsWith('2'))
                .SelectMany(Media)
                .First()
                .GetProperty("example")
                .Deserialize<T>(Strict)!;
    }

    private static IEnumerable<JsonElement> Media(JsonProperty response) =>
        response.Value.GetProperty("content").EnumerateObject().Select(media => media.Value);

    private static IEnumerable<string?> Headers(OpenApiDocument.Operation operation) =>
        operation.Json.TryGetProperty("parameters", out var parameters)
            ? parameters
                .EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "header")
                .Select(parameter => parameter.GetProperty("name").GetString())
            : [];
}
