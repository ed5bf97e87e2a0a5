using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Settings;

namespace NewsEducator.Review.Pages;

/// <summary>With which settings the service runs and who says so; an operator changes those that are safe to change.</summary>
internal static class SettingsPages
{
    /// <param name="said">What became of a change.</param>
    public static async Task<RazorComponentResult> Show(
        ReadSettings read,
        HttpContext http,
        CancellationToken cancellationToken,
        string? said = null
    ) =>
        await PageAsync(
            http,
            read,
            said == "changed" ? Reader.Of(http).T("settings.changed") : null,
            StatusCodes.Status200OK,
            cancellationToken
        );

    /// <param name="act"><c>change</c> or <c>reset</c>.</param>
    public static async Task<IResult> Change(
        [FromForm] string? name,
        [FromForm] string? value,
        [FromForm] string? act,
        ChangeSetting change,
        ReadSettings read,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var wanted = act == "reset" ? null : (value ?? "").Trim();
        var answer = await change.RunAsync(name ?? "", wanted, Actor.From(http.User, "page"), cancellationToken);
        return answer.Result switch
        {
            ProblemHttpResult problem => await PageAsync(
                http,
                read,
                PackPages.Said(problem, Reader.Of(http)),
                problem.StatusCode,
                cancellationToken
            ),
            NotFound missing => missing,
            _ => TypedResults.Redirect("/settings?said=changed"),
        };
    }

    private static async Task<RazorComponentResult<SettingsPage>> PageAsync(
        HttpContext http,
        ReadSettings read,
        string? message,
        int status,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        return new(
            new
            {
                Reader = reader,
                View = await read.ReadAsync(cancellationToken),
                Services = reader.MayAdminister ? await read.ReadServicesAsync(cancellationToken) : [],
                Message = message,
            }
        )
        {
            StatusCode = status,
        };
    }
}
