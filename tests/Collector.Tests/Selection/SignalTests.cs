using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class SignalTests
{
    private static readonly SelectionOptions Defaults = new();

    [Theory]
    [InlineData(SourceKind.GitHubIssue, 10, 0)]
    [InlineData(SourceKind.GitHubIssue, 0, 20)]
    [InlineData(SourceKind.GitHubDiscussion, 15, 0)]
    [InlineData(SourceKind.GitHubDiscussion, 0, 30)]
    [InlineData(SourceKind.HuggingFacePaper, 0, 10)]
    [InlineData(SourceKind.HuggingFaceDiscussion, 2, 0)]
    public void An_item_at_its_threshold_is_signal(SourceKind kind, int comments, int reactions) =>
        Signal.Lacks(Some.Of(kind, comments, reactions), Defaults).ShouldBeNull();

    [Theory]
    [InlineData(SourceKind.GitHubIssue, 9, 19)]
    [InlineData(SourceKind.GitHubDiscussion, 14, 29)]
    [InlineData(SourceKind.HuggingFacePaper, 2, 9)]
    [InlineData(SourceKind.HuggingFaceDiscussion, 1, 2)]
    public void An_item_just_below_both_thresholds_is_not(SourceKind kind, int comments, int reactions) =>
        Signal.Lacks(Some.Of(kind, comments, reactions), Defaults).ShouldNotBeNull().Reason.ShouldBe(DropReason.LowSignal);

    [Theory]
    [InlineData("bug")]
    [InlineData("Type: Bug")]
    [InlineData("kind/regression")]
    [InlineData("breaking-change")]
    public void A_label_that_names_a_fault_is_enough(string label) =>
        Signal.Lacks(Some.Issue() with { Labels = ["triage", label] }, Defaults).ShouldBeNull();

    [Fact]
    public void A_label_that_only_contains_such_a_word_is_not() =>
        Signal.Lacks(Some.Issue() with { Labels = ["debugging", "insecurity"] }, Defaults).ShouldNotBeNull();

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(3600, true)]
    [InlineData(3601, false)]
    public void A_video_lasts_between_five_minutes_and_an_hour(int seconds, bool isSignal) =>
        (Signal.Lacks(Some.Of(SourceKind.YouTubeVideo, duration: TimeSpan.FromSeconds(seconds)), Defaults) is null).ShouldBe(isSignal);

    [Fact]
    public void A_video_of_unknown_length_is_judged_when_its_page_is_fetched() =>
        Signal.Lacks(Some.Of(SourceKind.YouTubeVideo), Defaults).ShouldBeNull();

    [Fact]
    public void A_pull_request_is_no_issue_however_busy_it_is() =>
        NoiseFilter.Find(Some.Issue() with { IsPullRequest = true, Comments = 500 }).ShouldNotBeNull();
}
