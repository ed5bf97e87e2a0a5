using System.Text.RegularExpressions;
using NewsEducator.Upstream.Day;

namespace NewsEducator.Upstream.GitHub;

/// <summary>Repositories have a number that outlives their name: paging links and the answer for a renamed one use it.</summary>
internal static partial class Repositories
{
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["northwind-labs/ledger-classic"] = "northwind-labs/ledger",
    };

    public static long IdOf(string repository) => StableId.Of($"repository/{repository}");

    public static string? NewNameOf(string repository) => Renamed.GetValueOrDefault(repository);

    public static bool Has(SampleDay day, string repository) => day.Items.Any(item => IsIn(item, repository));

    public static bool IsIn(SampleItem item, string repository) =>
        item.Kind is ItemKind.Issue or ItemKind.Pull or ItemKind.Discussion or ItemKind.Advisory or ItemKind.Release
        && item.Repository.Equals(repository, StringComparison.OrdinalIgnoreCase);

    /// <summary>Lets /repositories/{id}/… reach the routes of /repos/{owner}/{name}/….</summary>
    public static void UseRepositoryIds(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var path = ById().Match(context.Request.Path.Value ?? "");
                if (path.Success && NameOf(context, long.Parse(path.Groups["id"].Value, null)) is { } name)
                {
                    context.Request.Path = $"/github/repos/{name}{path.Groups["rest"].Value}";
                }

                return next(context);
            }
        );

    private static string? NameOf(HttpContext context, long id) =>
        context
            .RequestServices.GetRequiredService<SampleDay>()
            .Items.Select(item => item.Repository)
            .FirstOrDefault(name => IdOf(name) == id);

    [GeneratedRegex("^/github/repositories/(?<id>[0-9]{1,12})(?<rest>/.*)?$")]
    private static partial Regex ById();
}
