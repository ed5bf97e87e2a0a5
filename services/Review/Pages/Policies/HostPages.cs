using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Review.Operations;
using NewsEducator.Review.Policies;

namespace NewsEducator.Review.Pages.Policies;

/// <summary>Hosts that the whitelist lacks: an editor asks, an operator grants or declines, and everybody sees what became of it.</summary>
internal static class HostPages
{
    private const string Address = "/sources/hosts";

    /// <param name="url">Of the source that the host is needed for.</param>
    /// <param name="said">What became of a request.</param>
    public static Task<RazorComponentResult> Show(
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken,
        string? url = null,
        string? said = null
    )
    {
        var reader = Reader.Of(http);
        var message = said is "asked" or "granted" or "declined" ? reader.T($"hosts.said-{said}") : null;
        return PageAsync(hosts, reader, new HostForm(url ?? "", null, null), message, StatusCodes.Status200OK, cancellationToken);
    }

    public static async Task<IResult> Ask(
        [FromForm] string? url,
        [FromForm] string? reason,
        [FromForm] string? paths,
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var form = new HostForm(url?.Trim() ?? "", reason, paths);
        return await AfterAsync(await hosts.AskAsync(form, cancellationToken), "asked", form, hosts, http, cancellationToken);
    }

    public static async Task<IResult> Grant(
        Guid id,
        [FromForm] string? paths,
        [FromForm] string? comment,
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var granted = await hosts.GrantAsync(id, HostForm.FoldersOf(paths), comment, cancellationToken);
        return await AfterAsync(granted, "granted", Nothing, hosts, http, cancellationToken);
    }

    public static async Task<IResult> Decline(
        Guid id,
        [FromForm] string? reason,
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken
    ) => await AfterAsync(await hosts.DeclineAsync(id, reason, cancellationToken), "declined", Nothing, hosts, http, cancellationToken);

    private static HostForm Nothing => new("", null, null);

    private static async Task<IResult> AfterAsync(
        ServiceResponse answer,
        string said,
        HostForm form,
        HostCalls hosts,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (answer.IsOk)
        {
            return TypedResults.Redirect($"{Address}?said={said}");
        }

        var reader = Reader.Of(http);
        var message = answer.IsAway ? reader.T("policy.unreachable") : answer.Refusal(reader);
        return await PageAsync(hosts, reader, form, message, StatusCodes.Status422UnprocessableEntity, cancellationToken);
    }

    private static async Task<RazorComponentResult> PageAsync(
        HostCalls hosts,
        Reader reader,
        HostForm form,
        string? message,
        int status,
        CancellationToken cancellationToken
    )
    {
        var asked = await hosts.ListAsync(cancellationToken);
        return new RazorComponentResult<HostsPage>(
            new
            {
                Reader = reader,
                Form = form,
                Asked = asked,
                Message = message,
            }
        )
        {
            StatusCode = status,
        };
    }
}
