using System.Net.Http.Headers;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Connectors.Web;

/// <summary>What a page answered with.</summary>
/// <param name="Body">Decompressed, within the cap.</param>
/// <param name="Address">Where the redirects ended.</param>
/// <param name="Headers">Of the content.</param>
internal sealed record WebAnswer(byte[] Body, Uri Address, HttpContentHeaders Headers)
{
    public string? Charset => Headers.ContentType?.CharSet;

    public string? MediaType => Headers.ContentType?.MediaType;

    public FeedSource AsFeed() =>
        new(Body, Address)
        {
            Charset = Charset,
            Location = Headers.ContentLocation?.OriginalString,
            Language = Headers.ContentLanguage.FirstOrDefault(),
        };
}
