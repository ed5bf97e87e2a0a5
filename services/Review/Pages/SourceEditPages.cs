using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Review.Operations;

namespace NewsEducator.Review.Pages;

/// <summary>Editors add, try, change, pause, poll and delete sources, and exchange them as files.</summary>
internal static class SourceEditPages
{
    private const int LongestFile = 1024 * 1024;

    /// <param name="url">What somebody pasted.</param>
    public static async Task<RazorComponentResult> New(
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken,
        string? url = null
    )
    {
        if (string.IsNullOrWhiteSpace(url))
        {
            return Page(http, new SourceForm("", "", "", null), null, null);
        }

        var answer = await sources.RecogniseAsync(url.Trim(), cancellationToken);
        if (answer.Read<RecognisedSource>() is not { } found)
        {
            var reader = Reader.Of(http);
            var why = answer.IsAway ? reader.T("page.sources-unreachable") : reader.T("source.unrecognised");
            return Page(http, new SourceForm("", "", url, null), null, why);
        }

        var form = new SourceForm(found.Id, found.Kind, found.Target, "15m");
        var tried = await sources.TryAsync(form, cancellationToken);
        return Page(http, form, tried, null);
    }

    public static async Task<IResult> Edit(string id, SourceCalls sources, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await sources.FindAsync(id, cancellationToken);
        if (found.Json() is not { } json)
        {
            return found.Status == StatusCodes.Status404NotFound ? TypedResults.NotFound() : TypedResults.Redirect("/sources");
        }

        return Page(http, FormOf(id, json), null, null, found.ETag, await sources.HealthAsync(id, cancellationToken));
    }

    /// <param name="act"><c>try</c> or <c>save</c>.</param>
    public static async Task<IResult> Save(
        [FromForm] string? id,
        [FromForm] string? kind,
        [FromForm] string? target,
        [FromForm] string? interval,
        [FromForm] string? enabled,
        [FromForm] string? version,
        [FromForm] string? act,
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var isNew = string.IsNullOrEmpty(version);
        var form = new SourceForm(id?.Trim() ?? "", kind?.Trim() ?? "", target?.Trim(), interval?.Trim(), enabled is not null, isNew);
        if (act == "try")
        {
            return Page(http, form, await sources.TryAsync(form, cancellationToken), null, version);
        }

        var saved = isNew ? await sources.AddAsync(form, cancellationToken) : await sources.ChangeAsync(form, version!, cancellationToken);
        return saved.IsOk ? TypedResults.Redirect("/sources")
            : saved.Status == StatusCodes.Status412PreconditionFailed ? await OvertakenAsync(form, sources, http, cancellationToken)
            : Page(http, form, null, Said(saved, http), version, forbidden: saved.ForbiddenPage());
    }

    /// <summary>Says what the source is now; who saves once more replaces that knowingly.</summary>
    private static async Task<IResult> OvertakenAsync(
        SourceForm form,
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        var found = await sources.FindAsync(form.Id, cancellationToken);
        if (found.Json() is not { } json)
        {
            return After(found, http);
        }

        var now = FormOf(form.Id, json);
        var state = reader.T(now.Enabled ? "source.enabled" : "source.Disabled");
        return Page(http, form, null, reader.T("source.overtaken", now.Kind, now.Target ?? "", now.Interval ?? "", state), found.ETag);
    }

    public static async Task<IResult> Delete(
        string id,
        [FromForm] string version,
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken
    ) => After(await sources.DeleteAsync(id, version, cancellationToken), http);

    public static async Task<IResult> Poll(string id, SourceCalls sources, HttpContext http, CancellationToken cancellationToken) =>
        After(await sources.PollAsync(id, cancellationToken), http);

    /// <summary>Pauses a source, or goes on with it; pressed twice is pressed once.</summary>
    public static async Task<IResult> Pause(
        string id,
        [FromForm] bool enabled,
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var found = await sources.FindAsync(id, cancellationToken);
        if (found is not { ETag: { } version } || found.Json() is not { } json)
        {
            return After(found, http);
        }

        var form = FormOf(id, json);
        return form.Enabled == enabled
            ? After(found, http)
            : After(await sources.ChangeAsync(form with { Enabled = enabled }, version, cancellationToken), http);
    }

    public static async Task<IResult> Export(string format, SourceCalls sources, CancellationToken cancellationToken)
    {
        var isOpml = format == "opml";
        var file = await sources.ExportAsync(isOpml ? "opml" : "yaml", cancellationToken);
        return file.IsOk
            ? TypedResults.File(
                Encoding.UTF8.GetBytes(file.Text),
                isOpml ? "text/x-opml" : "application/yaml",
                isOpml ? "sources.opml" : "sources.yaml"
            )
            : TypedResults.Redirect("/sources?said=away");
    }

    /// <param name="file">At first.</param>
    /// <param name="text">The same file again, once somebody has seen what it changes.</param>
    public static async Task<IResult> Import(
        IFormFile? file,
        [FromForm] string? text,
        SourceCalls sources,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        if (text is { Length: > 0 } && text.Length <= LongestFile)
        {
            return After(await sources.ImportAsync(text, apply: true, cancellationToken), http);
        }

        if (file is not { Length: > 0 and <= LongestFile })
        {
            return TypedResults.Redirect("/sources?said=file");
        }

        using var stream = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        var content = await stream.ReadToEndAsync(cancellationToken);
        var diff = await sources.ImportAsync(content, apply: false, cancellationToken);
        return new RazorComponentResult<SourceImportPage>(
            new
            {
                Reader = reader,
                Text = content,
                Diff = diff.Json(),
                Faults = ProblemText.Read(diff.Text).Faults.Select(fault => fault.Fault).ToList(),
                Message = diff.IsOk ? null
                : diff.IsAway ? reader.T("page.sources-unreachable")
                : reader.T("source.import-wrong"),
            }
        )
        {
            StatusCode = diff.IsOk ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static SourceForm FormOf(string id, JsonNode json) =>
        new(id, (string)json["kind"]!, (string?)json["target"], (string?)json["interval"], (bool)json["enabled"]!, IsNew: false);

    private static RedirectHttpResult After(ServiceResponse answer, HttpContext http) =>
        TypedResults.Redirect(answer.IsOk ? "/sources" : $"/sources?said={CarriedMessage.Seal(http, Said(answer, http))}");

    private static string Said(ServiceResponse answer, HttpContext http) =>
        answer.IsAway ? Reader.Of(http).T("page.sources-unreachable") : answer.Refusal(Reader.Of(http));

    private static RazorComponentResult<SourceEditPage> Page(
        HttpContext http,
        SourceForm form,
        ServiceResponse? tried,
        string? message,
        string? version = null,
        ServiceResponse? health = null,
        string? forbidden = null
    )
    {
        var refusal = tried is { IsOk: false } ? Said(tried, http) : null;
        return new(
            new
            {
                Reader = Reader.Of(http),
                Form = form,
                Trial = tried?.Json(),
                Health = health?.Json(),
                Version = version,
                Forbidden = forbidden ?? tried?.ForbiddenPage(),
                Message = message ?? refusal,
            }
        )
        {
            StatusCode = message is null && refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
