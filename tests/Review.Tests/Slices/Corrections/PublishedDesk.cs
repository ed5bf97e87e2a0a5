using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Corrections;

/// <summary>A day that the Publisher has published, and its corrections.</summary>
internal sealed class PublishedDesk(ReviewApp app)
{
    public static readonly string NewSnapshot = new('b', 64);

    private readonly HttpClient _http = app.ClientOf("editor");

    /// <summary>So many candidates, all approved, released and published.</summary>
    public async Task PublishAsync(Desk desk, int candidates)
    {
        await desk.PackOfAsync([.. Enumerable.Repeat(Verdict.Pass, candidates)]);
        for (var number = 1; number <= candidates; number++)
        {
            (await desk.DecideAsync(number, Choice.Approve)).EnsureSuccessStatusCode();
        }

        (await desk.ReleaseAsync()).EnsureSuccessStatusCode();
        await app.SendAsync(
            new PackPublished
            {
                PackId = ItemIds.ForPack(desk.Date),
                PackDate = desk.Date,
                DigestUrl = $"https://news.example/digests/{desk.Date:yyyy-MM-dd}",
                Published = candidates,
                Candidates = [.. Enumerable.Range(1, candidates).Select(desk.IdOf)],
                Refused = [],
                PublishedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await Eventually.GetAsync(desk.ReadAsync, pack => pack.PublishedAt is not null);
    }

    public static EvidenceLost Lost(Desk desk, string? proposal) =>
        new()
        {
            CandidateId = desk.IdOf(1),
            ItemId = ItemIds.ForUrl(desk.UrlOf(1)),
            CanonicalUrl = desk.UrlOf(1),
            SnapshotId = new string('a', 64),
            NewSnapshotId = NewSnapshot,
            Lost = [new LostSentence { Sentence = "P99 rose to 9s." }],
            Proposal = proposal,
            FoundAt = new DateTimeOffset(2026, 3, 12, 0, 0, 0, TimeSpan.Zero),
        };

    public static ItemRevised Revised(CorrectionApproved approved) =>
        new()
        {
            ItemId = approved.Content.ItemId,
            CandidateId = approved.CandidateId,
            Revision = 2,
            CorrectionId = approved.CorrectionId,
            DraftId = approved.DraftId,
            Content = approved.Content,
            Reason = approved.Reason,
            By = approved.ApprovedBy,
            RevisedAt = DateTimeOffset.UnixEpoch,
        };

    public async Task<IReadOnlyList<CorrectionView>> ListAsync() =>
        (await _http.GetAsync<CorrectionPage>("/api/corrections?limit=200")).Items;

    /// <summary>Waits for the entry of the day's first item.</summary>
    public async Task<CorrectionView> OpenAsync(Desk desk) =>
        (
            await Eventually.GetAsync(
                async () =>
                    (await ListAsync()).FirstOrDefault(each => each.CandidateId == desk.IdOf(1) && each.State == CorrectionState.Open),
                found => found is not null
            )
        )!;

    public Task<CorrectionView> GetAsync(Guid id) => _http.GetAsync<CorrectionView>($"/api/corrections/{id}");

    public Task<CorrectionView> EndedAsync(Guid id) => Eventually.GetAsync(() => GetAsync(id), each => each.EndedAt is not null);

    public static Task<CorrectionView> ProposeAsync(Desk desk, CorrectionView found, string summary, bool needsSecond = false) =>
        desk
            .Editor.SendAsync(
                "PUT",
                $"/api/corrections/{found.Id}/draft",
                new ProposalRequest(new EditRequest(Summary: summary), "数字少了一个零", needsSecond),
                tag: found.ETag
            )
            .ReadAsync<CorrectionView>();

    /// <summary>As Compliance answers an edit; waits until Review has it.</summary>
    public async Task<CorrectionView> ScreenAsync(CandidateEdited edited)
    {
        await app.SendAsync(
            new ItemScreened
            {
                CandidateId = edited.CandidateId,
                Source = edited.Source,
                Summary = edited.Summary,
                Engine = ItemScreened.ByReviewer,
                Revision = edited.Revision,
                Verdict = Verdict.Pass,
                Findings = [],
                Sentences =
                [
                    new SentenceCheck
                    {
                        Text = edited.Summary.Text,
                        State = SentenceState.Matched,
                        Evidence = [],
                    },
                ],
                PolicyVersion = "p1",
                ScreenedAt = DateTimeOffset.UnixEpoch,
            }
        );
        var screened = await Eventually.GetAsync(
            async () => (await ListAsync()).Single(each => each.Draft?.Id == edited.CandidateId),
            each => each.Draft!.Verdict is not null
        );
        // A list that is read while the screening commits may show the entry as it was and the draft as it is.
        return await GetAsync(screened.Id);
    }
}
