using System.Text;
using NewsEducator.Publisher.Notes;
using Shouldly;
using Xunit;

namespace NewsEducator.Publisher.Tests;

public sealed class IndexBlockTests
{
    private static readonly IndexedDigest[] Digests = [new(Some.Date, 3)];

    [Fact]
    public void What_people_wrote_is_kept_byte_for_byte()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. "# 我的索引\r\n\r\n"u8, 0xFF, .. "\n"u8];
        byte[] after = [.. "\r\n尾巴 without a line end"u8];
        byte[] note = [.. before, .. Encoding.UTF8.GetBytes($"{IndexBlock.Begin}\nold\n{IndexBlock.End}"), .. after];

        var written = IndexBlock.Rewrite(note, Digests, "{date}-资讯日报");

        written.AsSpan(0, before.Length).SequenceEqual(before).ShouldBeTrue();
        written.AsSpan(written.Length - after.Length).SequenceEqual(after).ShouldBeTrue();
        Encoding.UTF8.GetString(written).ShouldContain("- [[2026-03-09-资讯日报]]（3 条）");
        Encoding.UTF8.GetString(written).ShouldNotContain("old");
    }

    [Fact]
    public void Writing_again_changes_nothing()
    {
        var once = IndexBlock.Rewrite("own text"u8.ToArray(), Digests, "{date}");

        IndexBlock.Rewrite(once, Digests, "{date}").ShouldBe(once);
    }

    [Theory]
    [InlineData("<!-- news-educator:begin --> and no end")]
    [InlineData("<!-- news-educator:end --> before <!-- news-educator:begin -->")]
    [InlineData("<!-- news-educator:begin --><!-- news-educator:begin --><!-- news-educator:end -->")]
    public void A_note_with_broken_markers_is_left_alone(string note) =>
        Should.Throw<InvalidDataException>(() => IndexBlock.Rewrite(Encoding.UTF8.GetBytes(note), Digests, "{date}"));
}
