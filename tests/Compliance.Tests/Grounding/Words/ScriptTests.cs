using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Tests.Grounding.Words;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("etcd 断电后的恢复", true)]
    [InlineData("PostgreSQL connection pool 连接池耗尽", false)]
    [InlineData("𠮷𠮷𠮷𠮷", true)]
    [InlineData("naïve café", false)]
    [InlineData("ひらがなだけ", false)]
    [InlineData("", false)]
    public void A_text_is_Chinese_where_its_characters_outweigh_its_letters(string text, bool isChinese) =>
        Script.IsMostlyChinese(text).ShouldBe(isChinese);

    [Theory]
    [InlineData("the pool of ledger ran dry, 连接池耗尽", true)]
    [InlineData("the pool of ledger ran dry", false)]
    public void One_character_makes_a_sentence_Chinese(string sentence, bool hasChinese) =>
        Script.HasChinese(sentence).ShouldBe(hasChinese);
}
