using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>Whether a figure of a Chinese sentence is found where an English text writes it in another way.</summary>
public sealed class SentenceUnitTests
{
    [Theory]
    [InlineData("约 3 万个 crate 无法构建。", "Some 30k crates cannot be built.")]
    [InlineData("失败的请求有 370 万个。", "3.7M requests failed.")]
    [InlineData("每月有 450 万名用户。", "There are 4.5 million users a month.")]
    [InlineData("每个连接占用 2 MB。", "Each connection takes 2mb.")]
    [InlineData("数据多了十倍。", "There is 10x more data.")]
    [InlineData("文件大了四成。", "Files are 40 % larger.")]
    [InlineData("两种排序换了算法。", "Both sorts have a new algorithm.")]
    [InlineData("第三次才通过。", "It passes on its third attempt.")]
    public void A_figure_is_found_however_it_is_written(string sentence, string source)
    {
        var figure = SentenceUnit.Of(sentence).First(unit => unit.Kind == UnitKind.Number);

        figure.Keys.ShouldContain(key => new Passages(source).With(key).Count > 0);
    }

    [Theory]
    [InlineData("二进制里嵌有映射。")]
    [InlineData("原定周四发布。")]
    [InlineData("建议设为内存的四分之一。")]
    [InlineData("新网站从零重写。")]
    public void A_numeral_that_is_part_of_a_word_is_no_figure(string sentence) =>
        SentenceUnit.Of(sentence).ShouldNotContain(unit => unit.Kind == UnitKind.Number);
}
