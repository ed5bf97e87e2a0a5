using System.Net;
using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices.Api;

[Collection(SliceCollection.Name)]
public sealed class InputTests(ReviewFixture fixture)
{
    private readonly Desk _desk = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"assignee":"the reviewer"}""", "assignee")]
    [InlineData("""{}""", "reviewer")]
    [InlineData("""{"reviewer":null,"reviewer":"the reviewer"}""", "reviewer")]
    public async Task A_member_that_nobody_knows_or_that_is_missing_is_named(string body, string named)
    {
        await _desk.PackOfAsync(Verdict.Pass);

        var refused = await SendAsync(HttpMethod.Put, $"/api/candidates/{_desk.IdOf(1)}/assignment", body);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Desk.ProblemAsync(refused)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(named, Case.Insensitive);
    }

    [Theory]
    [InlineData("POST", "decisions", """[{"number":1,"decision":"skip","reason":"a\u0000b","ifMatch":"*"}]""", "[0].reason")]
    [InlineData("POST", "decisions", """[{"number":1,"decision":"skip","reason":"\ud800","ifMatch":"*"}]""", "[0].reason")]
    [InlineData("POST", "decisions", """[null]""", "[0]")]
    public async Task Control_characters_and_nothing_in_a_list_are_refused_by_the_fields_name(
        string method,
        string place,
        string body,
        string field
    )
    {
        await _desk.PackOfAsync(Verdict.Pass);

        var refused = await SendAsync(new HttpMethod(method), $"{_desk.Pack}/{place}", body);

        ((int)refused.StatusCode).ShouldBeOneOf(400, 422);
        (await Desk.ProblemAsync(refused)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task A_number_that_is_none_is_named()
    {
        using var client = fixture.App.ClientOf("operator");

        var refused = await client.GetAsync("/api/audit?limit=many", Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Desk.ProblemAsync(refused)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("limit");
    }

    [Theory]
    [InlineData("/api/candidates?text=a%00b", "text")]
    [InlineData("/api/candidates?assignedTo=%1F", "assignedTo")]
    [InlineData("/api/packs?before=1999-12-31", "before")]
    [InlineData("/api/packs/9999-01-01", "date")]
    public async Task So_they_are_in_addresses(string address, string field)
    {
        var refused = await _desk.Editor.GetAsync(address, Cancel);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await Desk.ProblemAsync(refused)).GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(field);
    }

    [Fact]
    public async Task A_decision_that_is_a_number_is_none()
    {
        await _desk.PackOfAsync(Verdict.Pass);

        (await SendAsync(HttpMethod.Put, _desk.Decision(1), """{"decision":7}""")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/packs")]
    [InlineData("/nowhere")]
    [InlineData("/packs/2026-03-09")]
    public async Task Without_a_session_a_page_leads_to_the_sign_in(string address)
    {
        using var visitor = PageSession.Visit(fixture.App);

        (await visitor.GetAsync(address)).Headers.Location.ShouldNotBeNull().AbsolutePath.ShouldBe("/signin");
        (await visitor.GetAsync($"/api{address}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string body)
    {
        var request = new HttpRequestMessage(method, address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return _desk.Editor.SendAsync(request, Cancel);
    }
}
