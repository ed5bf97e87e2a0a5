using NewsEducator.Contracts;
using NewsEducator.Review.Notes;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Packs.Files;

/// <summary>What notes programs and their plugins make of a pack file.</summary>
public sealed class ForeignToolsTests
{
    private static readonly string File = SomePack.FileOf(SomePack.Entry(1, summary: "主库切换失败，订单丢失。"));

    [Theory]
    [InlineData("✅ 2026-11-29")]
    [InlineData("📅 2026-11-29 ⏫")]
    [InlineData("🔁 every week ✅ 2026-11-29")]
    [InlineData("[completion:: 2026-11-29]")]
    [InlineData("(due:: 2026-11-29)")]
    [InlineData("^a1b2-c3")]
    [InlineData("#task ✅ 2026-11-29 ^id")]
    [InlineData("%% done %%")]
    [InlineData("<!-- id: 7 -->")]
    public void What_a_tool_appends_to_a_tick_is_no_part_of_it_and_stays(string appended)
    {
        var file = File.Replace("- [ ] approve", $"- [x] approve {appended}", StringComparison.Ordinal);

        var read = SomePack.Read(file).ShouldNotBeNull();

        read.Items[0].Choice.ShouldBe(Choice.Approve);
        var lines = PackParser.Parse(file, out _)!;
        NoteText.Update(file, lines, lines).ShouldBe(file);
        NoteText
            .Update(file, lines, lines with { Items = [lines.Items[0] with { Choice = null }] })
            .ShouldBe(file.Replace("[x]", "[ ]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("approve - no, wait")]
    [InlineData("approve? skip")]
    [InlineData("approve 不通过")]
    public void Words_of_a_person_behind_a_tick_are_a_mistake_that_is_named(string words)
    {
        PackParser.Parse(File.Replace("- [ ] approve", $"- [x] {words}", StringComparison.Ordinal), out var errors).ShouldBeNull();

        errors.ShouldContain(error => error.Code == "pack.tick");
    }

    [Fact]
    public void Words_of_a_person_above_the_boxes_are_a_mistake_that_is_named()
    {
        PackParser.Parse(File.Replace("**Review**：", "**Review**：不要发布", StringComparison.Ordinal), out var errors).ShouldBeNull();

        errors.ShouldHaveSingleItem().Code.ShouldBe("pack.unknown-line");
    }

    [Theory]
    [InlineData("links:\n  - https://a.example/1\n  - https://b.example/2")]
    [InlineData("links:\n- https://a.example/1\n- https://a.example/1")]
    [InlineData("nested:\n  status: done\n  date: yesterday\nnote: |\n  type: x\n  type: y")]
    [InlineData("# status: my own comment\ncreated: 2026-03-09T08:00:00+08:00")]
    [InlineData("aliases: [a, b]\nother: {status: x}")]
    public void Own_keys_of_the_front_matter_are_read_over(string keys) =>
        SomePack
            .Read(File.Replace("total_items:", $"{keys}\ntotal_items:", StringComparison.Ordinal))
            .ShouldNotBeNull()
            .Status.ShouldBe(PackDocument.PendingReview);

    [Theory]
    [InlineData("status: \"reviewed\"")]
    [InlineData("status: reviewed   # done")]
    [InlineData("\"status\": 'reviewed'")]
    public void Our_keys_are_read_however_they_are_written_and_keep_their_style(string line)
    {
        var file = File.Replace("status: pending-review", line, StringComparison.Ordinal);
        var read = PackParser.Parse(file, out _).ShouldNotBeNull();

        read.Status.ShouldBe(PackDocument.Reviewed);
        NoteText
            .Update(file, read, read with { Status = PackDocument.Released })
            .ShouldContain(line.Replace("reviewed", "released", StringComparison.Ordinal));
    }

    [Fact]
    public void A_date_with_a_time_is_the_day() =>
        SomePack
            .Read(File.Replace("date: 2026-03-09", "date: 2026-03-09T00:00:00", StringComparison.Ordinal))
            .ShouldNotBeNull()
            .Date.ShouldBe(new DateOnly(2026, 3, 9));

    [Theory]
    [InlineData("主库切换失败，订单丢失。", "主库切换失败，\n订单丢失。")]
    [InlineData("主库切换失败，订单丢失。", "主库切\r\n换失败，订单\r\n丢失。")]
    [InlineData("升级到 4.2.0 之后 P99 升到 9s。", "升级到\n4.2.0 之后 P99\n升到 9s。")]
    [InlineData("The pool was exhausted.", "The pool\nwas exhausted.")]
    [InlineData("一句。**重点** 在后。", "一句。\n**重点** 在后。")]
    public void A_wrapped_text_is_no_edit(string summary, string wrapped)
    {
        var known = SomePack.Of(SomePack.Entry(1, summary: summary));
        var file = File.Replace("主库切换失败，订单丢失。", wrapped, StringComparison.Ordinal);

        PackParser.Parse(file, out _).ShouldNotBeNull().AsKnown(known).Items[0].Summary.ShouldBe(summary);
    }

    [Theory]
    [InlineData("主库切换失败，订单丢失。 ^a1b2c3")]
    [InlineData("主库切换失败，订单丢失。 %% 再问一下 %%")]
    [InlineData("主库切换失败，<!-- ? -->订单丢失。")]
    [InlineData("主库切换失败，订单丢失。\n%% 再问一下 %%")]
    [InlineData("主库切换失败，订单丢失。\n\n^a1b2c3")]
    [InlineData("主库切换失败，\n订单丢失。 ^a1b2c3")]
    public void Ids_of_blocks_and_comments_are_no_part_of_a_text_and_stay(string text)
    {
        var known = SomePack.Of(SomePack.Entry(1, summary: "主库切换失败，订单丢失。"));
        var file = File.Replace("主库切换失败，订单丢失。", text, StringComparison.Ordinal);

        var read = PackParser.Parse(file, out _).ShouldNotBeNull().AsKnown(known);

        read.Items[0].Summary.ShouldBe("主库切换失败，订单丢失。");
        NoteText.Update(file, read, read).ShouldBe(file);
    }

    [Fact]
    public void The_id_of_a_block_outlives_an_edit()
    {
        var file = File.Replace("订单丢失。", "订单丢失。 ^a1b2c3", StringComparison.Ordinal);
        var read = PackParser.Parse(file, out _)!;

        NoteText
            .Update(file, read, read with { Items = [read.Items[0] with { Summary = "新的摘要。" }] })
            .ShouldContain("**摘要**：新的摘要。 ^a1b2c3\n");
    }

    [Theory]
    [InlineData("`a %% b %% c` 保留")]
    [InlineData("`a``<!-- b -->``` c` 保留")]
    [InlineData("转义的 ^a1b2c3")]
    [InlineData("转义的 %%注%% 与 <!-- x -->")]
    public void What_the_text_itself_says_stays_in_it(string summary) =>
        SomePack.Read(SomePack.FileOf(SomePack.Entry(1, summary: summary)))!.Items[0].Summary.ShouldBe(summary);

    [Theory]
    [InlineData("%% fold %%")]
    [InlineData("^heading-1")]
    public void What_a_tool_appends_to_a_heading_is_no_part_of_the_title(string mark)
    {
        var known = SomePack.Entry(1);
        var file = SomePack.FileOf(known).Replace($"## 1. {known.Title}", $"## 1. {known.Title} {mark}", StringComparison.Ordinal);

        SomePack.Read(file)!.Items[0].Title.ShouldBe(known.Title);
    }

    [Fact]
    public void Further_texts_stand_behind_the_summary_and_are_read_back()
    {
        var entry = SomePack.Entry(1) with
        {
            OneLiner = "连接活得比网关久",
            Analogy = "像忘了关的水龙头一样",
            Terms = "P99：99% 请求快于它；池：共用的连接",
        };

        var file = SomePack.FileOf(entry);

        file.ShouldContain(
            "**摘要**：一句摘要。\n**一句话**：连接活得比网关久\n**类比**：像忘了关的水龙头一样\n**术语**：P99：99% 请求快于它；池：共用的连接\n\n**Review**：\n- [ ]"
        );
        SomePack.Read(file)!.Items[0].ShouldBe(entry);
    }

    [Fact]
    public void They_come_into_a_note_and_go_from_it_in_their_place()
    {
        var without = SomePack.FileOf(SomePack.Entry(1)).Replace("\n", "\r\n", StringComparison.Ordinal);
        var read = PackParser.Parse(without, out _)!;
        var full = read with { Items = [read.Items[0] with { OneLiner = "一句", Terms = "词：解释" }] };

        var with = NoteText.Update(without, read, full);

        with.ShouldContain("**摘要**：一句摘要。\r\n**一句话**：一句\r\n**术语**：词：解释\r\n\r\n**Review**");
        NoteText.Update(with, PackParser.Parse(with, out _)!, read).ShouldBe(without);
    }
}
