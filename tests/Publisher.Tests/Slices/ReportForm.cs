namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>The form by which a reader reports an error of an item.</summary>
internal sealed class ReportForm(HttpClient reader, Guid item)
{
    public string Address => $"/items/{item}/report";

    public Task<HttpResponseMessage> PostAsync(string text, string? sentence = null) =>
        reader.SendAsync(RequestOf(text, sentence), TestContext.Current.CancellationToken);

    public HttpRequestMessage RequestOf(string text, string? sentence) =>
        new(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent([new("text", text), new("sentence", sentence ?? "")]) };
}
