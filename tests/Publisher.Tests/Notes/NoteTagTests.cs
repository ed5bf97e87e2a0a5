using NewsEducator.Publisher.Notes;

namespace NewsEducator.Publisher.Tests.Notes;

public sealed class NoteTagTests
{
    [Theory]
    [InlineData("连接池", "连接池")]
    [InlineData("retry storm", "retry-storm")]
    [InlineData("N+1 查询", "N-1-查询")]
    [InlineData("C++", "C")]
    [InlineData("缓存（穿透）", "缓存-穿透")]
    [InlineData("#tag, other", "tag-other")]
    [InlineData("error_code", "error_code")]
    [InlineData("a/b", "a-b")]
    [InlineData("2026", "_2026")]
    [InlineData("𠮷野家", "𠮷野家")]
    [InlineData("!?", null)]
    [InlineData("", null)]
    public void A_tag_is_one_that_notes_programs_take(string name, string? tag) => NoteTag.Of(name).ShouldBe(tag);
}
