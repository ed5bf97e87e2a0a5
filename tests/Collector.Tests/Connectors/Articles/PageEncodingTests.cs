using System.Text;
using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Collector.Connectors.Feeds.Xml;

namespace NewsEducator.Collector.Tests.Connectors.Articles;

public sealed class PageEncodingTests
{
    private const string Chinese =
        "数据库没有切换，连接池在四十分钟里一直是满的。我们的重试没有上限，所以错误越来越多，值班的人也没有收到告警。";

    [Theory]
    [InlineData(null)]
    [InlineData("utf-8")]
    [InlineData("iso-8859-1")]
    [InlineData("gbk")]
    public void One_bad_byte_costs_one_letter(string? charset)
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Cases", "03-onebadbyte.html"));
        var text = PageEncoding.Decode(bytes, charset);
        text.ShouldContain("Café outage — what we learned");
        text.ShouldContain("a lett\uFFFD...");
    }

    [Theory]
    [InlineData("gbk", null)]
    [InlineData("gbk", "utf-8")]
    [InlineData("gbk", "gbk")]
    [InlineData("gb18030", "iso-8859-1x")]
    [InlineData("big5", "big5")]
    public void A_bad_byte_in_another_encoding_too(string written, string? declared)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var chinese = written == "big5" ? "資料庫沒有切換，連線池一直是滿的，我們的重試沒有上限，所以錯誤越來越多。" : Chinese;
        var bytes = Encoding.GetEncoding(written).GetBytes($"<p>{chinese}</p>").ToList();
        bytes.Insert(bytes.Count - 4, 0xFF);
        FeedEncoding.Decode([.. bytes], declared).ShouldContain(chinese[..20]);
    }

    [Theory]
    [InlineData("windows-1252", "utf-8", "<p>Zoë said “the café’s orders”</p>")]
    [InlineData("windows-1251", "windows-1251", "<p>Соединение потеряно</p>")]
    [InlineData("shift_jis", "shift_jis", "<p>接続が切れました</p>")]
    [InlineData("utf-8", "windows-1252", "<p>naïve café</p>")]
    public void A_charset_that_lies_is_not_believed(string written, string declared, string html)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        FeedEncoding.Decode(Encoding.GetEncoding(written).GetBytes(html), declared).ShouldBe(html);
    }
}
