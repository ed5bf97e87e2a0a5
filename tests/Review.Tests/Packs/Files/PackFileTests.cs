using NewsEducator.Contracts;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Review.Texts;

namespace NewsEducator.Review.Tests.Packs.Files;

public sealed class PackFileTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Packs", "Files", "sample-pack.md"));

    [Fact]
    public void The_sample_pack_is_rendered_byte_for_byte()
    {
        var pack = PackParser.Parse(Sample, out var errors);

        errors.ShouldBeEmpty();
        PackRenderer.Render(pack! with { Compliance = new ComplianceLine(Pending: 3, 0, 0, 3) }).ShouldBe(Sample);
    }

    [Fact]
    public void The_seed_is_rendered_byte_for_byte()
    {
        var folder = Path.Combine(RepositoryRoot(), "..", "shared", "seed");
        Assert.SkipUnless(Directory.Exists(folder), "the seed is not beside this checkout (../shared/seed)");
        var seed = File.ReadAllText(Directory.GetFiles(folder).Single());

        var pack = PackParser.Parse(seed, out var errors);

        errors.ShouldBeEmpty();
        pack!.Items.Count.ShouldBe(6);
        PackRenderer.Render(pack with { Compliance = new ComplianceLine(Pending: 6, 0, 0, 6) }).ShouldBe(seed);
    }

    [Theory]
    [InlineData(1, 2, 3, 6, "待运行")]
    [InlineData(0, 2, 3, 6, "拦截 3 条")]
    [InlineData(0, 2, 0, 6, "有待核实 2 条")]
    [InlineData(0, 0, 0, 6, "通过")]
    [InlineData(0, 0, 0, 0, "待运行")]
    public void The_last_line_names_the_gravest_outcome(int pending, int needsVerify, int blocked, int candidates, string status)
    {
        var file = PackRenderer.Render(
            SomePack.Of(SomePack.Entry(1)) with
            {
                Compliance = new ComplianceLine(pending, needsVerify, blocked, candidates),
            }
        );

        file.ShouldEndWith($"| 白名单合规校验：{status}*\n");
    }

    [Theory]
    [InlineData(4000, false)]
    [InlineData(4001, true)]
    public void A_summary_that_nobody_would_read_is_an_error_with_its_line(int length, bool isRefused)
    {
        PackParser.Parse(SomePack.FileOf(SomePack.Entry(1, summary: new string('字', length))), out var errors);

        errors.Select(error => (error.Line, error.Code)).ShouldBe(isRefused ? [(18, "pack.too-long")] : []);
    }

    [Fact]
    public void A_type_of_a_later_version_is_counted_behind_the_known_ones() =>
        SomePack
            .FileOf(SomePack.Entry(1) with { Type = "性能调优" }, SomePack.Entry(2) with { Type = ItemTypes.Tutorial })
            .ShouldContain("- **资讯类型**：\n  - 实战教程：1 条\n  - 性能调优：1 条\n");

    [Theory]
    [InlineData("x")]
    [InlineData("X")]
    public void A_tick_decides(string mark)
    {
        var file = SomePack.FileOf(SomePack.Entry(1)).Replace("- [ ] skip", $"- [{mark}] skip", StringComparison.Ordinal);

        SomePack.Read(file)!.Items[0].Choice.ShouldBe(Choice.Skip);
    }

    [Fact]
    public void An_unticked_entry_is_undecided() => SomePack.Read(SomePack.FileOf(SomePack.Entry(1)))!.Items[0].Choice.ShouldBeNull();

    [Fact]
    public void Windows_line_ends_a_byte_order_mark_and_trailing_blanks_are_read()
    {
        var file = '\uFEFF' + SomePack.FileOf(SomePack.Entry(1, choice: Choice.Approve)).Replace("\n", "  \r\n", StringComparison.Ordinal);

        SomePack.Read(file)!.Items[0].Choice.ShouldBe(Choice.Approve);
    }

    [Fact]
    public void A_summary_that_was_broken_into_lines_is_one_line()
    {
        var file = SomePack
            .FileOf(SomePack.Entry(1, summary: "第一句。第二句。"))
            .Replace("第一句。第二句。", "第一句。\n第二句。", StringComparison.Ordinal);

        SomePack.Read(file)!.Items[0].Summary.ShouldBe("第一句。第二句。");
    }

    [Fact]
    public void All_errors_are_reported_at_once_with_line_and_item()
    {
        var file = SomePack
            .FileOf(SomePack.Entry(1), SomePack.Entry(2), SomePack.Entry(3))
            .Replace("total_items: 3", "total_items: 4", StringComparison.Ordinal);
        var lines = file.Split('\n').ToList();
        lines[lines.IndexOf("- [ ] approve")] = "- [x] approve";
        lines[lines.IndexOf("- [ ] skip")] = "- [x] skip";
        lines[lines.IndexOf("## 2. 一个标题") + 3] = "**类型**：小道消息";
        lines[lines.IndexOf("## 3. 一个标题")] = "## 7. 一个标题";

        PackParser.Parse(string.Join('\n', lines), out var errors).ShouldBeNull();

        errors
            .Select(error => (error.Line, error.Item, error.Code))
            .ShouldBe([(5, null, "pack.total-items"), (22, 1, "pack.two-ticks"), (30, 2, "pack.type"), (40, 3, "pack.number")]);
        errors.ShouldAllBe(error =>
            Text.Get(error.Code, Text.Chinese, error.Arguments).Length > 0 && Text.Get(error.Code, Text.English, error.Arguments).Length > 0
        );
    }

    [Theory]
    [InlineData("", "pack.front-matter")]
    [InlineData("# only a heading", "pack.front-matter")]
    public void What_is_no_pack_says_so(string file, string code)
    {
        PackParser.Parse(file, out var errors).ShouldBeNull();

        errors.ShouldContain(error => error.Code == code);
    }

    [Theory]
    [InlineData("- [ ] skip\n", "", "pack.missing")]
    [InlineData("- [ ] skip", "- [y] skip", "pack.tick")]
    [InlineData("- [ ] skip", "- [ ] skipp", "pack.tick")]
    [InlineData("**Review**：\n", "", "pack.missing")]
    [InlineData("**来源**：https:", "**来源**：javascript:", "pack.url")]
    [InlineData("**类型**：事故复盘\n", "", "pack.missing")]
    [InlineData("**摘要**：一句摘要。", "**摘要**：", "pack.missing")]
    [InlineData("**Review**：\n", "**Review**：\nhello\n", "pack.unknown-line")]
    [InlineData("## 1. 一个标题", "## 一个标题", "pack.heading")]
    [InlineData("date: 2026-03-09", "date: 9.3.2026", "pack.field")]
    [InlineData("status: pending-review", "status: done", "pack.field")]
    [InlineData("status: pending-review", "status: pending-review\nstatus: released", "pack.field-twice")]
    [InlineData("## 📊 候选包统计", "", "pack.heading-or-cut")]
    public void Each_kind_of_damage_has_its_error(string what, string becomes, string code)
    {
        var file = SomePack.FileOf(SomePack.Entry(1)).Replace(what, becomes, StringComparison.Ordinal);
        if (code == "pack.heading-or-cut")
        {
            file = file[..file.IndexOf("- **总条目**", StringComparison.Ordinal)];
            code = "pack.truncated";
        }

        PackParser.Parse(file, out var errors).ShouldBeNull();

        errors.ShouldContain(error => error.Code == code);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
