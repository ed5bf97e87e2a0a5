using NewsEducator.Summarizer.Extraction;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class CuesTests
{
    [Theory]
    [InlineData("The pod CRASHES at start", "Effect")]
    [InlineData("A breakage, rolled back by us", "Fix")]
    [InlineData("It failed because the disk was full", "Effect, Cause")]
    [InlineData("磁盘写满导致pod崩溃", "Effect, Cause")]
    [InlineData("At the price of a second pass", "TradeOff")]
    [InlineData("In the end the price is a second pass", "TradeOff")]
    [InlineData("The cost of it", "TradeOff")]
    [InlineData("oom", "Effect")]
    [InlineData("x", "None")]
    [InlineData("", "None")]
    public void Beginnings_of_words_tell_the_role_of_a_sentence(string sentence, string roles) =>
        Cues.Of(sentence).ToString().ShouldBe(roles);

    [Theory]
    [InlineData("It unfixed nothing")]
    [InlineData("A room, a zoom")]
    [InlineData("snake_lost")]
    public void Within_a_word_they_tell_nothing(string sentence) => Cues.Of(sentence).ShouldBe(Roles.None);
}
