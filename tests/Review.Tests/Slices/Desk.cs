using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Review.Tests.Packs.Files;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>What people do with the pack of one day, which no other test has.</summary>
internal sealed class Desk(ReviewApp app)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private static int _days;

    public DateOnly Date { get; } = new DateOnly(2020, 1, 1).AddDays(Interlocked.Increment(ref _days));

    public HttpClient Reviewer { get; } = app.ClientOf("reviewer");

    public HttpClient Editor { get; } = app.ClientOf("editor");

    public string Pack => $"/api/packs/{Date:yyyy-MM-dd}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string UrlOf(int number) => $"https://github.com/northwind-labs/ledger-{Date:yyyyMMdd}/issues/{number}";

    public Guid IdOf(int number) => ItemIds.ForSubmission(Date, number, UrlOf(number));

    public string Decision(int number) => $"/api/candidates/{IdOf(number)}/decision";

    /// <summary>A foreign pack of this day.</summary>
    public string FileOf(int candidates, Choice? choice = null) =>
        PackRenderer.Render(
            new PackDocument
            {
                Date = Date,
                Status = PackDocument.PendingReview,
                Compliance = default,
                Items =
                [
                    .. Enumerable
                        .Range(1, candidates)
                        .Select(number => SomePack.Entry(number, choice: choice) with { Url = UrlOf(number) }),
                ],
            }
        );

    public Task<HttpResponseMessage> ImportAsync(string file) => Editor.PostAsync("/api/packs/import", Markdown(file), Cancel);

    /// <summary>A pack whose candidates came out of the screening like this.</summary>
    public async Task<PackView> PackOfAsync(params Verdict[] verdicts)
    {
        (await ImportAsync(FileOf(verdicts.Length))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        foreach (var (index, verdict) in verdicts.Index())
        {
            await app.SendAsync(ScreeningOf(index + 1, verdict));
        }

        return await Eventually.GetAsync(ReadAsync, pack => pack.WaitingFor is null);
    }

    public ItemScreened ScreeningOf(int number, Verdict verdict = Verdict.Pass, int revision = 1, string text = "P99 rose to 9s.")
    {
        var message = SomeCandidate.Message(verdict, revision, text, IdOf(number));
        return message with
        {
            Source = message.Source with { ItemId = ItemIds.ForUrl(UrlOf(number)), CanonicalUrl = UrlOf(number) },
            Findings =
                verdict == Verdict.Pass
                    ? []
                    :
                    [
                        new Finding
                        {
                            Rule = "claim.number",
                            Severity = Severity.Block,
                            Message = "数字不在原文中",
                            MessageEn = "number not in the source",
                        },
                    ],
        };
    }

    public async Task<PackView> ReadAsync() => (await Editor.GetFromJsonAsync<PackView>(Pack, Json, Cancel))!;

    public async Task<CandidateView> CandidateAsync(int number) => (await ReadAsync()).Candidates.Single(each => each.Number == number);

    public async Task<List<HistoryView>> HistoryAsync(int number) =>
        (await Editor.GetFromJsonAsync<List<HistoryView>>($"/api/candidates/{IdOf(number)}/history", Json, Cancel))!;

    /// <param name="tag">By default of the candidate as it stands.</param>
    public async Task<HttpResponseMessage> DecideAsync(int number, Choice? choice, string? tag = null, string? reason = null) =>
        await SendAsync(
            Reviewer,
            HttpMethod.Put,
            Decision(number),
            JsonContent.Create(new { decision = choice, reason }, options: Json),
            tag ?? await TagOfAsync(number)
        );

    public Task<HttpResponseMessage> EditAsync(int number, string summary) => EditAsync(number, new EditRequest(Summary: summary));

    public async Task<HttpResponseMessage> EditAsync(int number, EditRequest edit) =>
        await SendAsync(
            Editor,
            HttpMethod.Patch,
            $"/api/candidates/{IdOf(number)}",
            JsonContent.Create(edit, options: Json),
            await TagOfAsync(number)
        );

    /// <summary>Whatever is undecided.</summary>
    public Task<HttpResponseMessage> ReleaseAsync() => Editor.SendAsync("POST", $"{Pack}/release", new ReleaseRequest(Confirm: true));

    public async Task<string> TagOfAsync(int number) => (await Editor.GetAsync<CandidateView>($"/api/candidates/{IdOf(number)}")).ETag;

    public async Task<(string File, string Tag)> FileAsync()
    {
        var answer = await Editor.GetAsync($"{Pack}.md", Cancel);
        return (await answer.Content.ReadAsStringAsync(Cancel), answer.Headers.ETag.ShouldNotBeNull().ToString());
    }

    public Task<HttpResponseMessage> PutFileAsync(string file, string? tag) =>
        SendAsync(Reviewer, HttpMethod.Put, $"{Pack}.md", Markdown(file), tag);

    public static string Tick(string file, int number, string choice)
    {
        var box = file.IndexOf($"- [ ] {choice}", file.IndexOf($"## {number}. ", StringComparison.Ordinal), StringComparison.Ordinal);
        return $"{file[..box]}- [x] {choice}{file[(box + $"- [ ] {choice}".Length)..]}";
    }

    public static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/problem+json");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static StringContent Markdown(string file) => new(file, System.Text.Encoding.UTF8, "text/markdown");

    private static Task<HttpResponseMessage> SendAsync(
        HttpClient client,
        HttpMethod method,
        string address,
        HttpContent content,
        string? tag
    )
    {
        var request = new HttpRequestMessage(method, address) { Content = content };
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }

        return client.SendAsync(request, Cancel);
    }
}
