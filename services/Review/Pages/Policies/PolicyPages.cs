using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Operations;
using NewsEducator.Review.Policies;

namespace NewsEducator.Review.Pages.Policies;

/// <summary>The policy with what each rule found lately; an editor tries a change, an operator stores it.</summary>
internal static class PolicyPages
{
    /// <summary>As Compliance keeps it.</summary>
    public const int LongestComment = 500;

    /// <summary>So many screenings are made again in a few seconds.</summary>
    public const int UsuallyTried = 300;

    /// <param name="version">An earlier version to go back to.</param>
    /// <param name="rule">A rule that shall have another weight.</param>
    /// <param name="weight">One of <see cref="PolicyText.Weights"/>.</param>
    /// <param name="said">What became of a change.</param>
    public static async Task<IResult> Show(
        PolicyCalls policies,
        PolicyParts parts,
        HttpContext http,
        CancellationToken cancellationToken,
        int? version = null,
        string? rule = null,
        string? weight = null,
        string? said = null
    )
    {
        var reader = Reader.Of(http);
        var page = await parts.ReadAsync(reader, cancellationToken);
        if (page.InForce is null)
        {
            return Page(page);
        }

        var yaml = page.InForce;
        if (version is { } number)
        {
            var earlier = await policies.VersionAsync(number, cancellationToken);
            if (!earlier.IsOk)
            {
                return TypedResults.NotFound();
            }

            yaml = earlier.Text;
        }

        if (rule is not null && weight is not null)
        {
            if (!page.Status!.Rules.Any(each => each.Id == rule) || !PolicyText.Weights.Contains(weight))
            {
                return TypedResults.NotFound();
            }

            yaml = PolicyText.With(yaml, rule, weight);
        }

        return Page(
            page with
            {
                Yaml = yaml,
                Comment = version is null ? null : reader.T("policy.back-to", version),
                Message = said == "stored" ? reader.T("policy.stored", page.Status!.Number) : null,
            }
        );
    }

    /// <param name="yaml">The whole policy as it shall be.</param>
    /// <param name="tag">The ETag of the policy that was edited.</param>
    /// <param name="comment">Why; needed to store it.</param>
    /// <param name="most">So many of the latest screenings are made again.</param>
    /// <param name="act"><c>preview</c> or <c>store</c>.</param>
    public static async Task<IResult> Change(
        [FromForm] string? yaml,
        [FromForm] string? tag,
        [FromForm] string? comment,
        [FromForm] int? most,
        [FromForm] string? act,
        PolicyCalls policies,
        PolicyParts parts,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var reader = Reader.Of(http);
        // A form sends every line end as CR LF.
        var text = (yaml ?? "").ReplaceLineEndings("\n");
        var why = PlainText.Line(comment, LongestComment);
        var page = (await parts.ReadAsync(reader, cancellationToken)) with { Yaml = text, Comment = why };
        if (page.InForce is null)
        {
            return Page(page);
        }

        if (act != "store")
        {
            var answer = await policies.PreviewAsync(text, most ?? UsuallyTried, cancellationToken);
            return answer.IsOk && PolicyPreview.Read(answer.Text) is { } preview
                ? Page(
                    page with
                    {
                        Preview = preview,
                        Message = IsOvertaken(tag, page) ? reader.T("policy.overtaken", page.Status!.Number) : null,
                    }
                )
                : Refused(WithReason(page, answer));
        }

        if (why.Length == 0)
        {
            return Refused(page with { Message = reader.T("policy.why-needed") });
        }

        var stored = await policies.StoreAsync(text, why, tag ?? "", cancellationToken);
        return stored.IsOk ? TypedResults.Redirect("/settings/policy?said=stored") : Refused(WithReason(page, stored));
    }

    /// <summary>The form that is shown next has the tag of the policy in force, so it must say so where that is another one.</summary>
    private static bool IsOvertaken(string? edited, PolicyPageModel page) => edited is { Length: > 0 } && edited != page.Tag;

    /// <summary>The reason, and what is wrong with which line.</summary>
    private static PolicyPageModel WithReason(PolicyPageModel page, ServiceResponse answer) =>
        page with
        {
            // A preview that broke off is no refusal either.
            Message = answer.Status == 0 || answer.IsOk ? page.Reader.T("policy.unreachable") : answer.Refusal(page.Reader),
            Faults =
            [
                .. ProblemText
                    .Read(answer.Text)
                    .Lines.Select(fault => page.Reader.T("policy.line", fault.Line, page.Reader.Choose(fault.Message, fault.MessageEn))),
            ],
        };

    private static RazorComponentResult<PolicyPage> Page(PolicyPageModel model) => new(new { Model = model });

    private static RazorComponentResult<PolicyPage> Refused(PolicyPageModel model) =>
        new(new { Model = model }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
}
