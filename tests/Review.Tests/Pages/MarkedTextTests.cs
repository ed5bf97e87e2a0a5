using NewsEducator.Contracts;
using NewsEducator.Review.Pages.Evidence;

namespace NewsEducator.Review.Tests.Pages;

public sealed class MarkedTextTests
{
    private const string Text = "Title\n\nOne two three four.";

    [Fact]
    public void Spans_that_overlap_are_cut_where_they_begin_and_end()
    {
        var body = MarkedText.Of(Snapshot(), [Resting("two three"), Resting("three four")])[1];

        body.Pieces.Select(piece => (piece.Text, string.Join(',', piece.Sentences), string.Join(',', piece.Begins)))
            .ShouldBe([("One ", "", ""), ("two ", "0", "0"), ("three", "0,1", "1"), (" four", "1", ""), (".", "", "")]);
    }

    [Fact]
    public void All_pieces_together_are_the_text_of_their_sections() =>
        string.Join(
                "|",
                MarkedText
                    .Of(Snapshot(), [Resting("Title"), Resting("four")])
                    .Select(part => string.Concat(part.Pieces.Select(piece => piece.Text)))
            )
            .ShouldBe("Title|One two three four.");

    [Fact]
    public void Offsets_of_another_version_are_found_again_by_their_words()
    {
        var moved = Resting("three") with
        {
            Evidence =
            [
                new EvidenceSpan
                {
                    Start = 2,
                    Length = 5,
                    Text = "three",
                },
            ],
        };

        MarkedText.Of(Snapshot(), [moved])[1].Pieces.Single(piece => piece.Sentences.Count > 0).Text.ShouldBe("three");
    }

    [Theory]
    [InlineData(-5, "nowhere")]
    [InlineData(int.MaxValue, "nowhere")]
    [InlineData(0, "")]
    public void Evidence_that_is_not_there_marks_nothing(int start, string words)
    {
        var sentence = Resting("x") with
        {
            Evidence =
            [
                new EvidenceSpan
                {
                    Start = start,
                    Length = int.MaxValue,
                    Text = words,
                },
            ],
        };

        MarkedText.Of(Snapshot(), [sentence]).SelectMany(part => part.Pieces).ShouldAllBe(piece => piece.Sentences.Count == 0);
    }

    [Fact]
    public void Sections_that_lie_about_their_place_show_no_character_twice()
    {
        var snapshot = Snapshot() with
        {
            Sections =
            [
                new()
                {
                    Kind = SectionKind.Body,
                    Start = 3,
                    Length = int.MaxValue,
                },
                new()
                {
                    Kind = SectionKind.Comment,
                    Start = 5,
                    Length = 100,
                },
            ],
        };

        MarkedText.Of(snapshot, []).Sum(part => part.Pieces.Sum(piece => piece.Text.Length)).ShouldBe(Text.Length - 3);
    }

    private static SentenceCheck Resting(string words) =>
        new()
        {
            Text = words,
            State = SentenceState.Matched,
            Evidence =
            [
                new EvidenceSpan
                {
                    Start = Text.IndexOf(words, StringComparison.Ordinal),
                    Length = words.Length,
                    Text = words,
                },
            ],
        };

    private static Snapshot Snapshot() =>
        new()
        {
            Id = "a",
            ItemId = Guid.Empty,
            Kind = SourceKind.GitHubIssue,
            CanonicalUrl = "https://github.com/a/b/issues/1",
            FinalUrl = "https://github.com/a/b/issues/1",
            Title = "Title",
            PublishedAt = default,
            UpdatedAt = default,
            FetchedAt = default,
            Text = Text,
            Sections =
            [
                new()
                {
                    Kind = SectionKind.Title,
                    Start = 0,
                    Length = 5,
                },
                new()
                {
                    Kind = SectionKind.Body,
                    Start = 7,
                    Length = Text.Length - 7,
                },
            ],
        };
}
