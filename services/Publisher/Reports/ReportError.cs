using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Forms;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Reports;

/// <summary>A reader says that a published item is wrong: a form without script, account or cookie, whose message goes to Review.</summary>
internal static class ReportError
{
    private const int LongestText = 1000;

    public static void MapReports(this RouteGroupBuilder forms)
    {
        forms.MapGet("/items/{id:guid}/report", Form);
        forms.MapPost("/items/{id:guid}/report", Post).TakesForm();
        forms.MapGet("/reported", RazorComponentResult (Frame frame) => new RazorComponentResult<ReportSentPage>(new { Frame = frame }));
    }

    private static async Task<Results<RazorComponentResult, NotFound>> Form(
        Guid id,
        Frame frame,
        PublisherDb db,
        IOptions<ReportOptions> options,
        CancellationToken cancellationToken,
        int? sentence = null
    ) =>
        options.Value.IsOpen && await FindAsync(db, id, cancellationToken) is { } item
            ? PageOf(frame, item, sentence, "", fault: null, StatusCodes.Status200OK)
            : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound, StatusCodeHttpResult>> Post(
        Guid id,
        [FromForm] string? text,
        [FromForm] string? sentence,
        Frame frame,
        PublisherDb db,
        ReportLimit limit,
        IOptions<ReportOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!ReaderForms.IsOurs(http.Request, frame.PublicUrl))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!options.Value.IsOpen || await FindAsync(db, id, cancellationToken) is not { } item)
        {
            return TypedResults.NotFound();
        }

        // The form's first choice, the item as a whole, is an empty field.
        var chosen = int.TryParse(sentence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        var claim = chosen is null ? null : item.Content.Claims.ElementAtOrDefault(chosen.Value);
        if (Fault(text, isThere: claim is not null || string.IsNullOrEmpty(sentence)) is { } fault)
        {
            return PageOf(frame, item, chosen, text, fault, StatusCodes.Status400BadRequest);
        }

        if (!limit.Allows(http.Connection.RemoteIpAddress))
        {
            http.Response.Headers.RetryAfter = $"{(int)options.Value.Window.TotalSeconds}";
            return PageOf(frame, item, chosen, text, "report.too-many", StatusCodes.Status429TooManyRequests);
        }

        db.Publish(
            new ErrorReported
            {
                ReportId = Guid.NewGuid(),
                ItemId = item.ItemId,
                CandidateId = item.CandidateId,
                Sentence = claim?.Sentence,
                Text = PlainText.Line(text),
                ReportedAt = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        PublisherMetrics.Reported();
        return TypedResults.Redirect(frame.Link("/reported"), permanent: false, preserveMethod: false);
    }

    /// <summary>What is withdrawn cannot be wrong any more.</summary>
    private static Task<DigestItem?> FindAsync(PublisherDb db, Guid id, CancellationToken cancellationToken) =>
        Published.Items(db).SingleOrDefaultAsync(each => each.ItemId == id, cancellationToken);

    /// <returns>Key of what is wrong with the report; null where nothing is.</returns>
    private static string? Fault(string? text, bool isThere) =>
        string.IsNullOrWhiteSpace(text) || text.Length > LongestText ? "report.length"
        : isThere ? null
        : "report.not-there";

    private static RazorComponentResult<ReportPage> PageOf(
        Frame frame,
        DigestItem item,
        int? sentence,
        string? text,
        string? fault,
        int status
    ) =>
        new(
            new
            {
                Frame = frame,
                Item = item,
                Sentence = sentence,
                Text = text ?? "",
                Fault = fault is null ? null : frame.Text(fault, LongestText),
                LongestText,
            }
        )
        {
            StatusCode = status,
        };
}

internal sealed class ReportLimit(IOptions<ReportOptions> options) : ReaderLimit(options.Value);
