using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.Tests;

public sealed class SampleFileTests
{
    [Fact]
    public void Body_and_replies_are_told_apart()
    {
        var item = SampleFile.Parse(
            "incidents",
            """
            ---
            kind: issue
            id: a/b#7
            title: "One\ntwo"
            hoursAgo: 2
            ---
            Body
            ---
            === not a reply
            === ann after 0.5h
            First
            === bob after 1h, 12 reactions, answer
            Second
            """
        );
        item.Title.ShouldBe("One\ntwo");
        item.Repository.ShouldBe("a/b");
        item.Number.ShouldBe(7);
        item.Body.ShouldBe("Body\n---\n=== not a reply");
        item.Replies.ShouldBe([
            new Reply("ann", TimeSpan.FromMinutes(30), 0, false, "First"),
            new Reply("bob", TimeSpan.FromHours(1), 12, true, "Second"),
        ]);
    }

    [Fact]
    public void A_transcript_has_a_caption_a_line()
    {
        var transcript = SampleFile
            .Parse("incidents", "---\nkind: video\nid: v\n---\nText\n=== transcript zh asr\none\n\ntwo\n")
            .Transcript.ShouldNotBeNull();
        transcript.Language.ShouldBe("zh");
        transcript.IsAutomatic.ShouldBeTrue();
        transcript.Lines.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void A_body_is_repeated_up_to_the_length_asked_for() =>
        SampleFile.Parse("hostile", "---\nkind: issue\nid: a/b#1\nrepeatTo: 1000\n---\nAgain.\n").Body.Length.ShouldBeInRange(1000, 1010);

    [Fact]
    public void A_file_without_front_matter_is_refused() =>
        Should.Throw<FormatException>(() => SampleFile.Parse("noise", "Text")).Message.ShouldContain("front matter");
}
