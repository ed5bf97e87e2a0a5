using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Sources;

namespace NewsEducator.Review.Tests.Candidates;

public sealed class SourceLookTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    private readonly SourceLook _look = new() { CandidateId = Guid.NewGuid() };

    [Fact]
    public void It_is_in_doubt_from_a_miss_until_the_source_is_found_or_taken_back()
    {
        Answer(found => found with { Fault = "404", IsMissing = true });
        _look.IsInDoubtSince(null).ShouldBeTrue();
        Answer(found => found with { Fault = "503" });
        _look.IsInDoubtSince(null).ShouldBeTrue("a host in trouble has not said that it is there");
        Answer(found => found);
        _look.IsInDoubtSince(null).ShouldBeFalse();

        Answer(found => found with { Fault = "404", IsMissing = true });
        Answer(found => found with { Withdrawn = "来源已不存在" });
        _look.IsInDoubtSince(null).ShouldBeFalse();
    }

    [Fact]
    public void A_look_that_is_not_answered_counts_for_what_asked_for_it()
    {
        _look.Ask("https://example.org/1", Now);

        _look.IsInDoubtSince(Now).ShouldBeTrue();
        _look.IsInDoubtSince(Now.AddSeconds(1)).ShouldBeFalse();
    }

    [Fact]
    public void An_earlier_answer_that_comes_late_changes_nothing()
    {
        var first = _look.Ask("https://example.org/1", Now);
        Answer(found => found);

        _look.Record(Found(first.Look) with { Fault = "404", IsMissing = true });

        (_look.IsMissing, _look.Fault, _look.Answered).ShouldBe((false, null, 2));
    }

    private void Answer(Func<SourceChecked, SourceChecked> how) => _look.Record(how(Found(_look.Ask("https://example.org/1", Now).Look)));

    private SourceChecked Found(int look) =>
        new()
        {
            CandidateId = _look.CandidateId,
            Look = look,
            CheckedAt = Now,
        };
}
