using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Tests.Grounding.Words;

public sealed class EnglishStemTests
{
    [Theory]
    [InlineData("retries", "retry")]
    [InlineData("retried", "retry")]
    [InlineData("stopped", "stop")]
    [InlineData("stopping", "stop")]
    [InlineData("missing", "miss")]
    [InlineData("caches", "cach")]
    [InlineData("cache", "cach")]
    [InlineData("caching", "cach")]
    [InlineData("status", "status")]
    [InlineData("quickly", "quick")]
    [InlineData("bus", "bus")]
    [InlineData("503s", "503s")]
    public void Forms_of_a_word_have_one_stem(string word, string stem) => EnglishStem.Of(word.ToCharArray()).ToString().ShouldBe(stem);
}
