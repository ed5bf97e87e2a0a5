using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Pages;

/// <summary>The services around Review, which pass on what strangers wrote.</summary>
internal sealed class HostileNeighbours : IAsyncDisposable
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    private readonly WebApplication _http = LoopbackHttp.New();
    private readonly IReadOnlyList<string> _texts;

    private HostileNeighbours(IReadOnlyList<string> texts, IReadOnlyList<Snapshot> snapshots)
    {
        _texts = texts;
        _http.MapGet(
            "/api/snapshots/{id}",
            (string id) =>
                snapshots.SingleOrDefault(each => each.Id == id) is { } snapshot
                    ? Results.Bytes(BundleJson.Write(snapshot), "application/json")
                    : Results.NotFound()
        );
        Map("/api/concepts", texts.Select(text => new Concept { Key = text, Name = text }));
        Map("/api/sources", texts.Select(SourceOf));
        Map("/api/drift", texts.Take(IComplianceApi.MostDrift).Select(DriftOf));
        Map("/api/policy", PolicyOf());
        Map("/api/policy/hosts", texts.Select(HostOf));
        MapOperations();
        MapPublisher();
    }

    /// <summary>Settings that make all of Review's neighbours these.</summary>
    public (string Key, string Value)[] Settings =>
        [
            .. new[] { "collector", "summarizer", "compliance", "publisher" }.Select(service =>
                ($"services:{service}:http:0", _http.Urls.First())
            ),
        ];

    public static async Task<HostileNeighbours> StartAsync(IReadOnlyList<string> texts, IReadOnlyList<Snapshot> snapshots)
    {
        var neighbours = new HostileNeighbours(texts, snapshots);
        await neighbours._http.StartAsync();
        return neighbours;
    }

    public ValueTask DisposeAsync() => _http.DisposeAsync();

    private void Map<T>(string path, T answer) => _http.MapGet(path, () => Results.Bytes(BundleJson.Write(answer), "application/json"));

    private static SourceOverview SourceOf(string text) =>
        new()
        {
            Id = text,
            Kind = text,
            Target = text,
            Interval = text,
            Health = new SourcePolls
            {
                Status = "Failing",
                LastError = text,
                ConsecutiveFailures = 1,
                Unread = [text],
            },
        };

    private static DriftView DriftOf(string text)
    {
        var span = new EvidenceSpan
        {
            Start = 0,
            Length = text.Length,
            Text = text,
        };
        return new DriftView
        {
            CandidateId = Guid.Empty,
            ItemId = Guid.Empty,
            Title = text,
            Url = text,
            SnapshotId = text,
            Lost =
            [
                new LostSentence
                {
                    Sentence = text,
                    Was = span,
                    Now = span,
                },
            ],
            Proposal = text,
            FoundAt = At,
            Message = text,
            MessageEn = text,
        };
    }

    private PolicyStatus PolicyOf() =>
        new()
        {
            Number = 1,
            Version = _texts[0],
            By = _texts[0],
            At = At,
            Comment = _texts[0],
            Whitelist = [],
            Rules =
            [
                .. _texts.Select(text => new RuleStatus
                {
                    Id = text,
                    Severity = Severity.Verify,
                    Shadow = false,
                    Message = text,
                    MessageEn = text,
                }),
            ],
        };

    private static HostRequestView HostOf(string text) =>
        new(ItemIds.From(text), text, [text], text, text, text, At, HostRequestState.Open, text, At, text, null);

    private void MapOperations()
    {
        Map("/api/messaging", new MessagingView(1, At, 1, 1, [.. _texts.Select(text => new QueueView(text, 1, 0))]));
        _http.MapGet(
            "/api/dead-letters",
            (string? by) =>
                Results.Bytes(
                    by is null
                        ? BundleJson.Write(new DeadLetterPage<DeadLetterView>([.. _texts.Select(LetterOf)], null))
                        : BundleJson.Write(
                            new DeadLetterPage<DeadLetterGroup>(
                                [.. _texts.Select(text => new DeadLetterGroup(text, text, 1, At, At))],
                                null
                            )
                        ),
                    "application/json"
                )
        );
        var headers = _texts.Index().ToDictionary(each => $"{each.Index} {each.Item}", each => each.Item);
        Map("/api/dead-letters/1", new DeadLetterContent(LetterOf(_texts[0]), _texts[0], headers, string.Join('\n', _texts)));
    }

    private static DeadLetterView LetterOf(string text) => new(1, text, text, text, text, text, text, At, At, 1, At, true, text, text);

    private void MapPublisher()
    {
        Map("/api/digests", new[] { DigestOf() });
        Map("/api/webhooks", _texts.Select(HookOf));
        Map($"/api/webhooks/{Guid.Empty}", HookOf(_texts[0]));
        Map($"/api/webhooks/{Guid.Empty}/deliveries", _texts.Select(DeliveryOf));
        Map("/api/mail/issues", new[] { new MailIssueView(HostilePack.Date, 1, MailIssueState.Waiting, At, _texts[0], 1, 1, 1) });
        Map("/api/mail/subscribers/counts", new MailSubscriberCounts(1, 1, 1));
        Map(
            "/api/mail/subscribers",
            _texts.Select(text => new MailSubscriberView(Guid.Empty, text, MailSubscriberState.Bounced, At, At, At, text))
        );
    }

    private PublishedDigest DigestOf() =>
        new(
            HostilePack.Date,
            1,
            At,
            "javascript:canary(1)",
            [.. _texts.Select((text, index) => new PublishedEntry(Guid.NewGuid(), index + 1, text, text, "Retraction", text))],
            [.. _texts.Select((text, index) => new PublishedRevision(index + 2, At, text, "Correction", index + 1, text))]
        );

    private static WebhookView HookOf(string text) => new(Guid.Empty, text, [text], [text], [text], text, At, At, At, text, At);

    private static DeliveryView DeliveryOf(string text) =>
        new(1, Guid.Empty, text, DeliveryState.Failed, At, At, text, [new AttemptView(At, 1, 500, text, text)]);
}
