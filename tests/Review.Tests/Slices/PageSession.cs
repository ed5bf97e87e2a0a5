using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>A browser at the reviewer's pages: cookies, and forms with their hidden token.</summary>
internal sealed partial class PageSession : IDisposable
{
    private readonly HttpClient _http;

    private PageSession(ReviewApp app) => _http = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<PageSession> SignInAsync(ReviewApp app, string role)
    {
        var session = new PageSession(app);
        (await session.PostFromAsync("/signin", "/signin", ("token", role))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return session;
    }

    /// <summary>Somebody who has not signed in.</summary>
    public static PageSession Visit(ReviewApp app) => new(app);

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address, Cancel);

    /// <summary>As browsers ask: the answer may be compressed.</summary>
    public Task<HttpResponseMessage> GetCompressedAsync(string address) =>
        _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "gzip, br" } } }, Cancel);

    /// <summary>Posts a form that a page of this person held.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) =>
        PostFromAsync("/", address, fields);

    /// <summary>As another site's page would.</summary>
    public Task<HttpResponseMessage> PostForgedAsync(string address, params (string Name, string Value)[] fields) =>
        _http.PostAsync(address, Form(fields), Cancel);

    public void Dispose() => _http.Dispose();

    public async Task<HttpResponseMessage> PostFromAsync(string page, string address, params (string Name, string Value)[] fields)
    {
        var html = await _http.GetStringAsync(page, Cancel);
        return await _http.PostAsync(
            address,
            Form([.. fields, ("__RequestVerificationToken", FormToken().Match(html).Groups["token"].Value)]),
            Cancel
        );
    }

    /// <summary>Sends a form that can hold a file.</summary>
    /// <param name="page">Has the form.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="field">The form's field.</param>
    /// <param name="file">Name of the file; null for a field of text.</param>
    /// <param name="content">Of the field.</param>
    public async Task<HttpResponseMessage> PostFileAsync(string page, string address, string field, string? file, string content)
    {
        var html = await _http.GetStringAsync(page, Cancel);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(FormToken().Match(html).Groups["token"].Value), "__RequestVerificationToken" },
        };
        if (file is null)
        {
            form.Add(new StringContent(content), field);
        }
        else
        {
            form.Add(new StringContent(content), field, file);
        }

        return await _http.PostAsync(address, form, Cancel);
    }

    private static FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    // <input type="hidden" name="__RequestVerificationToken" value="CfDJ8…" />
    [GeneratedRegex("""name="__RequestVerificationToken" value="(?<token>[^"]+)""")]
    private static partial Regex FormToken();
}
