using NewsEducator.Publisher.Caching;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Cards.Decks;
using NewsEducator.Publisher.Corrections;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Publisher.Forms;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.Publisher.Notes;
using NewsEducator.Publisher.Reports;
using NewsEducator.Publisher.Search;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Publisher;

internal static class PublisherEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Published output is open to everyone.</summary>
    public static void MapPublisher(this IEndpointRouteBuilder app)
    {
        var open = app.MapGroup("")
            .AllowAnonymous()
            .AddEndpointFilter(
                (context, next) =>
                {
                    OpenPages.Protect(context.HttpContext.Response);
                    return next(context);
                }
            )
            .AddEndpointFilter(ContentTag.AddAsync);
        open.MapMethods("/", Reading, () => TypedResults.Redirect("/digests"));
        open.MapMethods("/digests", Reading, ReadDigests.List);
        open.MapMethods("/digests/{date}", Reading, ReadDigests.Page);
        open.MapMethods("/digests/{date}/history", Reading, ReadDigests.History);
        open.MapMethods("/digests/{date}.md", Reading, ReadDigests.Markdown);
        open.MapMethods("/digests/{date}.txt", Reading, ReadDigests.Text);
        open.MapMethods("/digests/{date}.json", Reading, ReadDigests.Json);
        open.MapMethods(DigestView.SchemaPath, Reading, ReadDigests.Schema);
        open.MapMethods("/schemas/{file}", Reading, ReadSchemas.File);
        open.MapMethods("/archive/{month}", Reading, ReadDigests.Month);
        open.MapMethods("/items/{id:guid}", Reading, ReadItems.Page);
        open.MapMethods("/concepts", Reading, ReadItems.Concepts);
        open.MapMethods("/concepts/{key}", Reading, ReadItems.Concept);
        open.MapMethods("/sources", Reading, ReadItems.Sources);
        open.MapMethods("/sources/{**name}", Reading, ReadItems.Source);
        open.MapMethods("/search", Reading, FindItems.Page);
        open.MapMethods("/feeds", Reading, ReadFeeds.List);
        open.MapMethods("/feeds/{file}", Reading, ReadFeeds.All);
        open.MapMethods("/feeds/concepts/{key}/{file}", Reading, ReadFeeds.OfConcept);
        open.MapMethods("/feeds/types/{type}/{file}", Reading, ReadFeeds.OfType);
        open.MapMethods("/sitemap.xml", Reading, ReadSitemap.Sitemap);
        open.MapMethods("/robots.txt", Reading, ReadSitemap.Robots);
        open.MapMethods("/decks/{file}", Reading, ReadDecks.All);
        open.MapMethods("/decks/concepts/{key}/{file}", Reading, ReadDecks.OfConcept);
        open.MapMethods("/decks/months/{month}/{file}", Reading, ReadDecks.OfMonth);
        open.MapMethods("/cards", Reading, ReadCards.List);
        open.MapMethods("/cards/{id:guid}.md", Reading, ReadCards.Markdown);

        var forms = app.MapReaderForms();
        forms.MapReports();
        forms.MapSubscriptions();

        var items = app.MapGroup("/api/items").WithTags("Published items").RequireAuthorization(Roles.Editor);
        items.MapGet("/{id:guid}", ReadWithdrawals.Item);
        items.MapGet("/{id:guid}/withdrawal", ReadWithdrawals.Checks);
        items.MapPost("/{id:guid}/withdrawal", WithdrawItem.Post);

        app.MapGet("/api/digests", ListDigests.Handle).WithTags("Published items").RequireAuthorization(Roles.Editor);
        app.MapGet("/api/vault", ReadVault.Handle).WithTags("Vault").RequireAuthorization(Roles.Operator);
    }
}
