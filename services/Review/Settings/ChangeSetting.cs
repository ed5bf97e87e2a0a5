using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Settings;

/// <summary>Changes a setting while the service runs, for every replica.</summary>
internal sealed class ChangeSetting(
    ReviewDb db,
    IConfiguration settings,
    FollowSettings follow,
    ReadSettings read,
    TimeProvider time,
    ILogger<ChangeSetting> logger
)
{
    private const int LongestValue = 40;

    public static Task<Results<Ok<SettingView>, NotFound, ProblemHttpResult>> Handle(
        string name,
        SettingRequest request,
        ChangeSetting change,
        HttpContext http,
        CancellationToken cancellationToken
    ) => change.RunAsync(name, (request.Value ?? "").Trim(), Actor.From(http.User, "api"), cancellationToken);

    /// <summary>Back to what file, environment or default say.</summary>
    public static Task<Results<Ok<SettingView>, NotFound, ProblemHttpResult>> Reset(
        string name,
        ChangeSetting change,
        HttpContext http,
        CancellationToken cancellationToken
    ) => change.RunAsync(name, null, Actor.From(http.User, "api"), cancellationToken);

    /// <param name="name">As an environment variable.</param>
    /// <param name="value">Null: as configured.</param>
    /// <param name="who">An operator.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<Results<Ok<SettingView>, NotFound, ProblemHttpResult>> RunAsync(
        string name,
        string? value,
        Actor who,
        CancellationToken cancellationToken
    )
    {
        var before = (await read.ReadAsync(cancellationToken)).Settings.FirstOrDefault(setting => setting.Name == name);
        if (before is null)
        {
            return TypedResults.NotFound();
        }

        if (!before.IsChangeable)
        {
            return Problems.Conflict("setting.fixed", name);
        }

        if (value is not null && (value.Length > LongestValue || !ReviewSettings.Allows(settings, name, value)))
        {
            return Invalid(name, value);
        }

        db.SettingChanges.Add(
            new SettingChange
            {
                Name = name,
                Value = value,
                By = who.Name,
                At = time.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        await follow.RefreshAsync(cancellationToken);
        var after = (await read.ReadAsync(cancellationToken)).Settings.Single(setting => setting.Name == name);
        logger.LogInformation("{Setting} was changed from {Before} to {After}.", name, before.Value, after.Value);
        return TypedResults.Ok(after);
    }

    private static ProblemHttpResult Invalid(string name, string value)
    {
        var problem = Problems.Of(StatusCodes.Status422UnprocessableEntity, $"setting.{name}", PlainText.Line(value, LongestValue));
        problem.ProblemDetails.Type = "urn:news-educator:setting.invalid";
        problem.ProblemDetails.Extensions["code"] = "setting.invalid";
        problem.ProblemDetails.Extensions["name"] = name;
        return problem;
    }
}
