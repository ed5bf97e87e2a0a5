using NewsEducator.Contracts;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Review.Tests.Packs.Files;

namespace NewsEducator.Review.Tests.Notes;

public sealed class NoteTextTests
{
    private const string Mine = "\n我的笔记：明天再看。\n";

    private static readonly PackDocument Pack = SomePack.Of(SomePack.Entry(1), SomePack.Entry(2), SomePack.Entry(3));

    [Fact]
    public void A_pack_that_moved_on_changes_its_own_lines_and_keeps_the_persons()
    {
        var note = PackRenderer.Render(Pack).Replace("status:", "tags: [mine]\nstatus:", StringComparison.Ordinal) + Mine;
        var moved = With(Pack, 2, entry => entry with { Choice = Choice.Skip, Title = "A new title", Summary = "A new summary." }) with
        {
            Compliance = new ComplianceLine(0, 2, 0, 3),
            Status = PackDocument.Released,
        };

        var updated = Update(note, moved);

        updated.ShouldContain("tags: [mine]\nstatus: released\n");
        updated.ShouldEndWith(Mine);
        updated.ShouldContain("白名单合规校验：有待核实 2 条*");
        var read = PackParser.Parse(updated, out var errors).ShouldNotBeNull();
        errors.ShouldBeEmpty();
        read.Items.Select(entry => entry with { Line = 0 }).ShouldBe(moved.Items);
    }

    [Fact]
    public void Line_ends_and_the_byte_order_mark_stay_as_they_were()
    {
        var note = "\uFEFF" + PackRenderer.Render(Pack).ReplaceLineEndings("\r\n");

        var updated = Update(note, With(Pack, 1, entry => entry with { Choice = Choice.Approve }));

        updated.ShouldBe(
            note.Insert(note.IndexOf("- [ ] approve", StringComparison.Ordinal) + 3, "x")
                .Remove(note.IndexOf("- [ ] approve", StringComparison.Ordinal) + 4, 1)
        );
    }

    [Fact]
    public void A_persons_capital_x_is_a_tick_that_stays() =>
        Update(Ticked("- [X] skip"), With(Pack, 1, entry => entry with { Choice = Choice.Skip })).ShouldBe(Ticked("- [X] skip"));

    [Fact]
    public void A_summary_of_several_lines_is_replaced_whole()
    {
        var note = PackRenderer.Render(Pack);
        var line = note.Split('\n').First(each => each.StartsWith("**摘要**", StringComparison.Ordinal));

        var updated = Update(
            note.Replace(line, $"{line}\nand more\nand more", StringComparison.Ordinal),
            With(Pack, 1, entry => entry with { Summary = "Short." })
        );

        updated.ShouldContain("**摘要**：Short.\n\n**Review**");
        updated.ShouldNotContain("and more");
    }

    [Fact]
    public void Remarks_stand_below_their_lines_and_go_without_a_trace()
    {
        var note = PackRenderer.Render(Pack).ReplaceLineEndings("\r\n");
        var lines = note.Split("\r\n");
        var second = Array.FindIndex(lines, line => line.StartsWith("## 2.", StringComparison.Ordinal)) + 1;

        var remarked = NoteText.WithRemarks(note, [(second, "二"), (second, "2"), (0, "head"), (100_000, "end")]);

        var now = remarked.Split("\r\n");
        now[second + 1].ShouldBe("> ⚠️ News-Educator：二");
        now[second + 2].ShouldBe("> ⚠️ News-Educator：2");
        now[6].ShouldBe("> ⚠️ News-Educator：head", "below the front matter, which must stay the first thing of the note");
        NoteText.WithoutRemarks(remarked).ShouldBe(note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("no pack at all")]
    public void A_note_that_is_no_pack_can_be_remarked_upon(string note) =>
        NoteText.WithoutRemarks(NoteText.WithRemarks(note, [(1, "x")])).TrimEnd().ShouldBe(note);

    private static string Ticked(string box) =>
        PackRenderer
            .Render(With(Pack, 1, entry => entry with { Choice = Choice.Skip }))
            .Replace("- [x] skip", box, StringComparison.Ordinal);

    private static PackDocument With(PackDocument pack, int number, Func<PackEntry, PackEntry> change) =>
        pack with
        {
            Items = [.. pack.Items.Select(entry => entry.Number == number ? change(entry) : entry)],
        };

    private static string Update(string note, PackDocument pack) => NoteText.Update(note, PackParser.Parse(note, out _)!, pack);
}
