using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Tests.Candidates;

public sealed class CandidateTests
{
    [Fact]
    public void A_blocked_item_is_never_offered() =>
        Candidate
            .FromScreened(SomeCandidate.Message(Verdict.Blocked), DateTimeOffset.UnixEpoch, null)
            .State.ShouldBe(CandidateState.Blocked);

    [Fact]
    public void A_blocked_item_waits_again_once_a_changed_policy_lets_it_pass()
    {
        var candidate = Candidate.FromScreened(SomeCandidate.Message(Verdict.Blocked), DateTimeOffset.UnixEpoch, null);

        candidate.Accept(SomeCandidate.Message() with { PolicyVersion = "p2" }, null);

        candidate.State.ShouldBe(CandidateState.Waiting);
        candidate.Verdict.ShouldBe(Verdict.Pass);
    }

    [Fact]
    public void What_was_blocked_in_a_released_pack_stays_there()
    {
        var candidate = SomeCandidate.Offered(Verdict.Blocked);
        candidate.Close();

        candidate.Accept(SomeCandidate.Message() with { PolicyVersion = "p2" }, null);

        candidate.State.ShouldBe(CandidateState.Blocked);
        candidate.Verdict.ShouldBe(Verdict.Blocked);
    }

    [Fact]
    public void A_strangers_title_becomes_one_plain_line() =>
        SomeCandidate.Offered().Content.Title.ShouldBe("Pool - [x] approve exhausted");

    [Fact]
    public void An_approval_is_bound_to_what_was_seen()
    {
        var candidate = SomeCandidate.Offered();

        candidate.Approve();

        candidate.ApprovedHash.ShouldBe(ContentHash.Of(candidate.ToApprovedContent()));
        candidate
            .ToApprovedContent()
            .Claims.ShouldBe([
                new Claim
                {
                    Sentence = "P99 rose to 9s.",
                    Quote = "P99 rose to 9s",
                    State = SentenceState.Matched,
                },
            ]);
    }

    [Fact]
    public void Further_sources_are_a_part_of_what_is_approved_and_join_no_approval_that_was_given_before()
    {
        var message = SomeCandidate.Message() with
        {
            Submission = new Submission
            {
                Id = Guid.NewGuid(),
                PackDate = new DateOnly(2026, 3, 9),
                Number = 1,
                Title = "Pool exhausted",
                Type = ItemTypes.Incident,
                Summary = "P99 rose to 9s.",
            },
        };
        var candidate = SomeCandidate.Offered(message);
        candidate.Approve();
        var before = candidate.ApprovedHash;

        candidate.Accept(
            message with
            {
                Related = [message.Source with { FinalUrl = "https://example.org/2" }],
                PolicyVersion = "p2",
            },
            null
        );
        candidate.FurtherSources.Count.ShouldBe(1);
        candidate.ToApprovedContent().FurtherSources.ShouldBeEmpty();
        candidate.CurrentHash.ShouldBe(before);

        candidate.Approve();
        candidate.ToApprovedContent().FurtherSources.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/2");
        candidate.ApprovedHash.ShouldNotBe(before);
        candidate.CurrentHash.ShouldBe(candidate.ApprovedHash);
    }

    [Fact]
    public void An_edit_takes_the_approval_back_and_waits_for_its_screening()
    {
        var candidate = SomeCandidate.Offered();
        candidate.Approve();

        candidate.Edit(new EditRequest("Pool exhausted", "P99 rose to 90s."));

        candidate.Choice.ShouldBeNull();
        candidate.ApprovedHash.ShouldBeNull();
        candidate.IsScreened.ShouldBeFalse();
        candidate.Hinders(Choice.Approve).ShouldBe("decide.unscreened");
        candidate.Hinders(Choice.Skip).ShouldBeNull();
    }

    [Fact]
    public void A_screening_of_an_older_text_changes_nothing()
    {
        var candidate = SomeCandidate.Offered();
        candidate.Edit(new EditRequest("Pool exhausted", "P99 rose to 90s."));

        candidate.Accept(SomeCandidate.Message(), null);

        candidate.IsScreened.ShouldBeFalse();
        candidate.Content.Text.ShouldBe("P99 rose to 90s.");
    }

    [Fact]
    public void A_redone_summary_replaces_the_text_and_takes_the_decision_back()
    {
        var candidate = SomeCandidate.Offered();
        candidate.Approve();

        candidate.Accept(SomeCandidate.Message(revision: 2, text: "P99 rose to 9.5s."), null);

        candidate.Content.Text.ShouldBe("P99 rose to 9.5s.");
        candidate.Choice.ShouldBeNull();
        candidate.IsScreened.ShouldBeTrue();
    }

    [Fact]
    public void A_redone_summary_does_not_replace_what_a_reviewer_wrote()
    {
        var candidate = SomeCandidate.Offered();
        candidate.Edit(new EditRequest("Pool exhausted", "P99 rose to 90s."));

        candidate.Accept(SomeCandidate.Message(revision: 2), null);
        candidate.IsScreened.ShouldBeFalse();

        candidate.Accept(SomeCandidate.Message(revision: 2, text: "P99 rose to 90s.") with { Engine = ItemScreened.ByReviewer }, null);
        candidate.IsScreened.ShouldBeTrue();
        candidate.Content.Text.ShouldBe("P99 rose to 90s.");
    }

    [Fact]
    public void A_blocked_candidate_can_be_skipped_but_not_approved()
    {
        var submission = new Submission
        {
            Id = Guid.Empty,
            PackDate = new DateOnly(2026, 3, 9),
            Number = 1,
            Title = "t",
            Type = ItemTypes.Incident,
            Summary = "s",
        };
        var candidate = Candidate.FromSubmission(submission, "https://github.com/a/b/issues/1", Guid.Empty, DateTimeOffset.UnixEpoch);
        candidate.Hinders(Choice.Approve).ShouldBe("decide.unscreened");

        candidate.RefuseUnfetched(
            new Finding
            {
                Rule = "source.not-fetched",
                Severity = Severity.Block,
                Message = "没有取到",
                MessageEn = "not fetched",
            },
            DateTimeOffset.UnixEpoch
        );

        candidate.Hinders(Choice.Approve).ShouldBe("decide.blocked");
        candidate.Hinders(Choice.Skip).ShouldBeNull();
        candidate.IsScreened.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Choice.Approve, CandidateState.Approved)]
    [InlineData(Choice.Skip, CandidateState.Skipped)]
    [InlineData(Choice.NeedsVerify, CandidateState.Verification)]
    [InlineData(null, CandidateState.Expired)]
    public void A_release_ends_each_candidate(Choice? choice, CandidateState state)
    {
        var candidate = SomeCandidate.Offered();
        candidate.Decide(choice, null, "ann", DateTimeOffset.UnixEpoch);

        candidate.Close();

        candidate.State.ShouldBe(state);
    }
}
