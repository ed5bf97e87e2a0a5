using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

/// <summary>
/// The two Discussions queries, told apart by the field they ask for. The answer holds every field of the nodes:
/// a client reads what it asked for.
/// </summary>
internal static class Discussions
{
    public static IResult Query(GraphQlRequest request, SampleDay day)
    {
        var asked = request.Variables;
        var name = $"{asked.Owner}/{asked.Name ?? asked.Repo}";
        if (!Repositories.Has(day, name))
        {
            return Answer(null, new GraphQlError(["repository"], $"Could not resolve to a Repository with the name '{name}'."));
        }

        if (request.Query.Contains("discussions(", StringComparison.Ordinal))
        {
            return Answer(new { discussions = List(day, name, asked) });
        }

        var item = day.Find($"{name}#{asked.Number}", ItemKind.Discussion);
        return item is null
            ? Answer(
                new { discussion = (object?)null },
                new GraphQlError(["repository", "discussion"], $"Could not resolve to a Discussion with the number of {asked.Number}.")
            )
            : Answer(new { discussion = DiscussionJson.Of(item) });
    }

    private static Connection List(SampleDay day, string name, GraphQlVariables asked)
    {
        var all = day.Of(ItemKind.Discussion).Where(item => Repositories.IsIn(item, name)).OrderByDescending(item => item.UpdatedAt);
        return Connection.Of([.. all.Select(item => DiscussionJson.Of(item))], asked.First, asked.After);
    }

    private static JsonHttpResult<Dictionary<string, object>> Answer(object? repository, params GraphQlError[] errors)
    {
        var answer = new Dictionary<string, object> { ["data"] = new { repository } };
        if (errors.Length > 0)
        {
            answer["errors"] = errors;
        }

        return TypedResults.Json(answer, GitHubJson.GraphQl);
    }
}

internal sealed record GraphQlRequest(string Query, GraphQlVariables Variables);

internal sealed record GraphQlVariables(string? Owner, string? Name, string? Repo, int? Number, int? First, string? After);

internal sealed record GraphQlError(IReadOnlyList<string> Path, string Message, string Type = "NOT_FOUND");
