using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Tests.Candidates;

/// <summary>What comes late must not replace what is newer; what its source took back is marked.</summary>
public sealed class CandidateVersionsTests
{
    private static readonly ItemScreened First = SomeCandidate.Message(text: "P99 rose to 9s.");
    private static readonly ItemScreened Later = First with
    {
        Revision = 2,
        Source = First.Source with { SnapshotId = new string('b', 64), FetchedAt = First.Source.FetchedAt.AddHours(1) },
        ScreenedAt = First.ScreenedAt.AddHours(1),
    };

    [Fact]
    public void A_snapshot_that_was_fetched_before_the_one_that_is_shown_does_not_win_whatever_revision_it_claims()
    {
        var candidate = Candidate.FromScreened(Later, First.ScreenedAt, null);
        candidate.Accept(First with { Revision = 3, ScreenedAt = Later.ScreenedAt.AddHours(1) }, null);
        candidate.Source!.SnapshotId.ShouldBe(Later.Source.SnapshotId);
    }

    [Fact]
    public void A_text_that_comes_back_wins_over_the_one_between()
    {
        var candidate = Candidate.FromScreened(First, First.ScreenedAt, null);
        candidate.Accept(Later, null);
        candidate.Accept(
            First with
            {
                Revision = 3,
                Source = First.Source with { FetchedAt = Later.Source.FetchedAt.AddHours(1) },
                ScreenedAt = Later.ScreenedAt.AddHours(1),
            },
            null
        );
        candidate.Source!.SnapshotId.ShouldBe(First.Source.SnapshotId);
    }

    [Theory]
    [InlineData(4, 1, false)]
    [InlineData(4, 9, false)]
    [InlineData(6, 1, true)]
    [InlineData(5, -1, false)]
    [InlineData(5, 1, true)]
    [InlineData(0, -1, false)]
    [InlineData(0, 1, true)]
    public void A_screening_by_an_older_policy_or_made_earlier_does_not_win(int policy, int hours, bool wins)
    {
        var candidate = Candidate.FromScreened(First with { PolicyNumber = 5, PolicyVersion = "five" }, First.ScreenedAt, null);
        candidate.Accept(
            First with
            {
                PolicyNumber = policy,
                PolicyVersion = "other",
                ScreenedAt = First.ScreenedAt.AddHours(hours),
                Verdict = Verdict.NeedsVerify,
            },
            null
        );
        candidate.Screening!.PolicyVersion.ShouldBe(wins ? "other" : "five");
    }

    [Fact]
    public void A_waiting_candidate_that_its_source_took_back_is_taken_out_and_may_come_again()
    {
        var candidate = Candidate.FromScreened(First, First.ScreenedAt, null);
        candidate.Withdraw("来源已撤回", "withdrawn", First.ScreenedAt).ShouldBeTrue();
        (candidate.State, candidate.Verdict, candidate.IsWithdrawn).ShouldBe((CandidateState.Blocked, Verdict.Blocked, true));
        candidate.Withdraw("来源已撤回", "withdrawn", First.ScreenedAt).ShouldBeFalse();
        candidate.Accept(Later, null);
        (candidate.State, candidate.IsWithdrawn).ShouldBe((CandidateState.Waiting, false));
    }

    [Fact]
    public void An_offered_one_is_marked_and_its_decision_is_not_changed()
    {
        var candidate = SomeCandidate.Offered();
        candidate.Approve();
        candidate.Withdraw("来源已撤回", "withdrawn", First.ScreenedAt).ShouldBeTrue();
        (candidate.State, candidate.Choice, candidate.Hinders(Choice.Approve)).ShouldBe(
            (CandidateState.Offered, Choice.Approve, "decide.blocked")
        );
    }
}
