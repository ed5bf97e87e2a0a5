using System.Text;
using NewsEducator.Publisher.Coverage;
using NewsEducator.Publisher.Notes;

namespace NewsEducator.Publisher.Tests;

public sealed class IndexBlockTests
{
    private static readonly IndexedDigest[] Digests = [new(Some.Date, 3)];

    private static readonly CoverageMap Coverage = new(
        [new("cache", "缓存", 3, [Some.Date, Some.Date.AddDays(-9)]), new("lock", "a|b", 1, [Some.Date.AddDays(-40)])],
        [new("thread", "线程", 0, []), new("index", "索引", 0, [])]
    );

    [Fact]
    public void What_people_wrote_is_kept_byte_for_byte()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. "# 我的索引\r\n\r\n"u8, 0xFF, .. "\n"u8];
        byte[] after = [.. "\r\n尾巴 without a line end"u8];
        byte[] note = [.. before, .. Encoding.UTF8.GetBytes($"{IndexBlock.Begin}\nold\n{IndexBlock.End}"), .. after];

        var written = IndexBlock.Rewrite(note, Digests, Coverage, "{date}-资讯日报");

        written.AsSpan(0, before.Length).SequenceEqual(before).ShouldBeTrue();
        written.AsSpan(written.Length - after.Length).SequenceEqual(after).ShouldBeTrue();
        Encoding.UTF8.GetString(written).ShouldContain("- [[2026-03-09-资讯日报]]（3 条）");
        Encoding.UTF8.GetString(written).ShouldNotContain("old");
        Encoding
            .UTF8.GetString(written)
            .ReplaceLineEndings("\n")
            .ShouldContain(
                """
                ### 概念覆盖（讲过 2 / 共 4）

                - 缓存：3 条，最近 [[2026-03-09-资讯日报]]
                - a\|b：1 条，最近 [[2026-01-28-资讯日报]]，久未讲到
                - 还没讲到：线程、索引
                """
            );
    }

    [Fact]
    public void Writing_again_changes_nothing()
    {
        var once = IndexBlock.Rewrite("own text"u8.ToArray(), Digests, Coverage, "{date}");

        IndexBlock.Rewrite(once, Digests, Coverage, "{date}").ShouldBe(once);
    }

    [Theory]
    [InlineData("<!-- news-educator:begin --> and no end")]
    [InlineData("<!-- news-educator:end --> before <!-- news-educator:begin -->")]
    [InlineData("<!-- news-educator:begin --><!-- news-educator:begin --><!-- news-educator:end -->")]
    public void A_note_with_broken_markers_is_left_alone(string note) =>
        Should.Throw<InvalidDataException>(() => IndexBlock.Rewrite(Encoding.UTF8.GetBytes(note), Digests, Coverage, "{date}"));

    [Theory]
    [InlineData("mine\r\n{B}\r\nold\r\n{E}\r\ntail", "mine\r\n{B}\r\nnew\r\n{E}\r\ntail")]
    [InlineData("mine\n", "mine\n{B}\nnew\n{E}\n")]
    [InlineData("mine {B}\n", null)]
    [InlineData("{E} {B}", null)]
    public void The_block_of_one_note_is_put_into_another(string into, string? expected)
    {
        var written = IndexBlock.Transplant(Bytes("theirs\n{B}\nnew\n{E}\nmore"), Bytes(into));

        (written is null ? null : Encoding.UTF8.GetString(written)).ShouldBe(
            expected is null ? null : Encoding.UTF8.GetString(Bytes(expected))
        );
        IndexBlock.Transplant(Bytes("no block"), Bytes(into)).ShouldBeNull();
    }

    private static byte[] Bytes(string text) =>
        Encoding.UTF8.GetBytes(
            text.Replace("{B}", IndexBlock.Begin, StringComparison.Ordinal).Replace("{E}", IndexBlock.End, StringComparison.Ordinal)
        );
}
