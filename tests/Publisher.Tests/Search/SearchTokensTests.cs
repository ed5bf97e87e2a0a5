using NewsEducator.Publisher.Search;

namespace NewsEducator.Publisher.Tests.Search;

public sealed class SearchTokensTests
{
    [Theory]
    [InlineData("用C++重写", "用 c++ c 重 写 重写")]
    [InlineData("C# 11、F#", "c# c 11 f# f")]
    [InlineData("Redis+Lua", "redis lua")]
    [InlineData("a#1 ++x +", "a 1 x")]
    [InlineData("100+", "100+ 100")]
    public void Signs_belong_to_the_name_that_they_end(string text, string tokens) =>
        SearchTokens.OfText(text).ShouldBe(tokens.Split(' '), ignoreOrder: true);
}
