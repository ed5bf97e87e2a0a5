using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

public sealed class CommentaryTests
{
    [Theory]
    [InlineData("这反映了类型安全与性能的权衡难题。")]
    [InlineData("此类问题提醒我们备份要演练。")]
    public void What_the_writer_makes_of_it_is_a_comment(string sentence) => Commentary.Is(sentence).ShouldBeTrue();

    [Theory]
    [InlineData("基准测试说明新版本更快。")]
    [InlineData("这个补丁关闭了连接。")]
    [InlineData("这次，文档说明了原因。")]
    public void What_is_told_of_the_source_is_none(string sentence) => Commentary.Is(sentence).ShouldBeFalse();
}
