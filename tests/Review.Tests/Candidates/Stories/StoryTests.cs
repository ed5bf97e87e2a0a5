using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Stories;

namespace NewsEducator.Review.Tests.Candidates.Stories;

public sealed class StoryTests
{
    private static readonly ItemScreened[] Outage =
    [
        SomeStory.Message("a", 7),
        SomeStory.Message("b", 9, "a"),
        SomeStory.Message("c", 8, "a", "b").Contradicting("a"),
        SomeStory.Message("d", 6.5, "a", "b", "c"),
    ];

    [Fact]
    public void Whatever_comes_first_and_however_often_the_best_scored_one_stands_for_all()
    {
        foreach (var order in Orders(Outage))
        {
            var told = Arrive([.. order, .. order]);

            told.OrderBy(each => each.Content.Title)
                .Select(each => (each.Content.Title, each.State))
                .ShouldBe([
                    ("a", CandidateState.Merged),
                    ("b", CandidateState.Waiting),
                    ("c", CandidateState.Merged),
                    ("d", CandidateState.Merged),
                ]);
            var leader = told.Single(each => each.State == CandidateState.Waiting);
            leader
                .FurtherSources.Select(source => source.CanonicalUrl)
                .ShouldBe([SomeStory.UrlOf("a"), SomeStory.UrlOf("c"), SomeStory.UrlOf("d")]);
            told.Where(each => each != leader).ShouldAllBe(each => each.MergedInto == leader.Id && each.LeadsEvent == null);
            leader.LeadsEvent.ShouldBe(SomeStory.Source("a").ItemId);
            leader.HasConflict.ShouldBeTrue("two of its sources disagree");
            leader.Verdict.ShouldBe(Verdict.NeedsVerify);
            leader.UpdateOf.ShouldBeNull();
        }
    }

    [Fact]
    public void Five_sources_are_shown_and_not_more()
    {
        var told = Arrive([.. Outage, SomeStory.Message("e", 6.4, "a", "b", "c", "d"), SomeStory.Message("f", 6.3, "a", "b", "c", "d")]);

        told.Single(each => each.State == CandidateState.Waiting)
            .FurtherSources.Select(source => source.Title[0])
            .ShouldBe(['a', 'c', 'd', 'e']);
        told.Count(each => each.State == CandidateState.Merged).ShouldBe(5);
    }

    [Fact]
    public void What_comes_after_the_offer_stands_for_itself_beside_the_earlier_source()
    {
        var told = Arrive([Outage[0], Outage[1]]);
        var offered = told.Single(each => each.State == CandidateState.Waiting);
        offered.Offer(ItemIds.ForPack(new DateOnly(2026, 3, 9)), 1);

        told = Arrive([Outage[2], Outage[3]], told);

        var news = told.Single(each => each.State == CandidateState.Waiting);
        news.Content.Title.ShouldBe("c");
        Story.Earlier(news, told).ShouldBe(offered);
        news.FurtherSources.Select(source => source.Title[0]).ShouldBe(['a', 'b', 'd']);
        told.Single(each => each.Content.Title == "a").MergedInto.ShouldBe(offered.Id, "it was shown with the first offer");
        offered.State.ShouldBe(CandidateState.Offered);
    }

    [Fact]
    public void A_blocked_item_is_no_source_and_who_was_merged_into_it_stands_again()
    {
        var told = Arrive([Outage[0], Outage[1]]);

        told = Arrive([Outage[1] with { Verdict = Verdict.Blocked }], told);

        told.Select(each => (each.Content.Title, each.State)).ShouldBe([("a", CandidateState.Waiting), ("b", CandidateState.Blocked)]);
        told[0].FurtherSources.ShouldBeEmpty();
    }

    [Fact]
    public void A_conflict_that_is_gone_leaves_the_verdict_as_the_text_deserves()
    {
        var told = Arrive([Outage[1], Outage[2]]);
        told[0].Verdict.ShouldBe(Verdict.NeedsVerify);

        told = Arrive([Outage[2] with { Revision = 2, Findings = [], Verdict = Verdict.Pass }], told);

        (told[0].Verdict, told[0].HasConflict).ShouldBe((Verdict.Pass, false));
    }

    [Fact]
    public void What_both_found_is_told_once()
    {
        var mirrored = SomeStory.Conflict("67 minutes", "42 minutes", SomeStory.Source("a"), SomeStory.Source("c"));

        var told = Arrive([Outage[0] with { Verdict = Verdict.NeedsVerify, Findings = [mirrored] }, Outage[2]]);

        told.Single(each => each.State == CandidateState.Waiting).Screening!.All.ShouldHaveSingleItem();
    }

    [Fact]
    public void An_approval_of_what_its_sources_dispute_needs_a_reason()
    {
        var told = Arrive([Outage[1], Outage[2]]);
        var pack = new Review.Packs.Pack { Id = Guid.NewGuid(), CreatedBy = "ann" };
        var who = new Actor("ann", "api", ["reviewer"]);

        Permissions.Hindrance(pack, told[0], Choice.Approve, " ", who).ShouldBe("decide.conflict");
        Permissions.Hindrance(pack, told[0], Choice.Approve, "both were asked", who).ShouldBeNull();
        Permissions.Hindrance(pack, told[0], Choice.Skip, null, who).ShouldBeNull();
    }

    private static List<Candidate> Arrive(IEnumerable<ItemScreened> messages, IEnumerable<Candidate>? before = null)
    {
        var told = before?.ToList() ?? [];
        foreach (var message in messages)
        {
            if (told.Find(each => each.Id == message.CandidateId) is { } known)
            {
                known.Accept(message, null);
            }
            else
            {
                told.Add(Candidate.FromScreened(message, DateTimeOffset.UnixEpoch, null));
            }

            Story.Settle(told);
        }

        return told;
    }

    private static IEnumerable<IEnumerable<ItemScreened>> Orders(ItemScreened[] all) =>
        all.Length == 1 ? [all] : all.SelectMany(each => Orders([.. all.Where(other => other != each)]).Select(rest => rest.Prepend(each)));
}
