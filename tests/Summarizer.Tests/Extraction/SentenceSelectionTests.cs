using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class SentenceSelectionTests
{
    [Fact]
    public void What_several_sentences_say_is_told_by_the_one_that_says_most_of_it() =>
        Pick(1, "Pool ran dry.", "Pool ran dry while cache stayed cold.", "Cache stayed cold.", "Nobody noticed anything odd there.")
            .ShouldBe(["Pool ran dry while cache stayed cold."]);

    [Fact]
    public void What_is_told_already_counts_no_more() =>
        Pick(2, "Pool ran dry while cache stayed cold.", "Pool ran dry and then cache broke.", "Nobody noticed anything odd there.")
            .ShouldContain("Nobody noticed anything odd there.");

    [Fact]
    public void The_likelier_of_two_sentences_is_told() =>
        SentenceSelection
            .Pick(Read("Alpha beta gamma.", "Delta epsilon zeta."), [0, 0.5], 1, 1_000)
            .ShouldHaveSingleItem()
            .Text.ShouldBe("Delta epsilon zeta.");

    [Theory]
    [InlineData("This signed every client out at each restart of it.")]
    [InlineData("Without them every client signs in again after a restart.")]
    public void A_sentence_that_leans_on_the_one_before_it_brings_that_along(string leaning)
    {
        var body = $"The proxy kept all its sessions in memory.\n{leaning}";
        var passages = Passages.Read(SomeSource.Snapshot("Title", SomeSource.Body(body)), Language.English);

        var told = SentenceSelection.Pick(passages, [0, 3], 1, 1_000).ShouldHaveSingleItem();

        told.Text.ShouldBe(body.Replace('\n', ' '));
        told.Quote.ShouldBe(body);
        SentenceSelection.Pick(passages, [0, 3], 2, 1_000).ShouldHaveSingleItem();
    }

    [Fact]
    public void Behind_what_may_not_be_quoted_a_sentence_stands_alone()
    {
        const string body = "Who kept all its sessions in memory?\nThis signed every client out at each restart of it.";

        Passages
            .Read(SomeSource.Snapshot("Title", SomeSource.Body(body)), Language.English)
            .ShouldHaveSingleItem()
            .Completed.ShouldBeNull();
    }

    private static IEnumerable<string> Pick(int most, params string[] sentences) =>
        SentenceSelection.Pick(Read(sentences), new double[sentences.Length], most, 1_000).Select(passage => passage.Text);

    private static Passages Read(params string[] sentences) => Passages.Of("", sentences);
}
