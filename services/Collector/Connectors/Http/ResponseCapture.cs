using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.Http;

/// <summary>Keeps how an item's upstream answered while the item is fetched. It travels with the asynchronous flow, so that a connector
/// need not know of it.</summary>
internal sealed class ResponseCapture
{
    private const int LongestValue = 512;
    private static readonly AsyncLocal<ResponseCapture?> Ambient = new();

    public static ResponseCapture? Current => Ambient.Value;

    /// <summary>The first good answer: the item itself is asked for before what belongs to it.</summary>
    public SnapshotResponse? Response { get; private set; }

    public static ResponseCapture Begin() => Ambient.Value = new ResponseCapture();

    public void Record(HttpRequestMessage request, HttpResponseMessage response)
    {
        // What a host lets programs read is asked for before an article.
        if (Response is null && response.IsSuccessStatusCode && !RobotsRules.IsAddress(request.RequestUri))
        {
            Response = new SnapshotResponse
            {
                Status = (int)response.StatusCode,
                ETag = Raw(response, "ETag"),
                LastModified = Raw(response, "Last-Modified"),
                ContentType = Raw(response, "Content-Type"),
                Date = Raw(response, "Date"),
            };
        }
    }

    private static string? Raw(HttpResponseMessage response, string header)
    {
        if (
            !response.Headers.NonValidated.TryGetValues(header, out var values)
            && !response.Content.Headers.NonValidated.TryGetValues(header, out values)
        )
        {
            return null;
        }

        var value = string.Concat(values.ToString().Where(letter => !char.IsControl(letter)));
        return value.Length > LongestValue ? value[..LongestValue] : value;
    }
}
