using System.Text.RegularExpressions;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Sources;

/// <summary>What a source must look like, in the file and over the API.</summary>
internal static partial class SourceRules
{
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromSeconds(30);

    // They would hide behind the routes of the API.
    private static readonly string[] Reserved = ["health", "export", "diff", "import", "dry-run", "recognise"];

    public const string IdForm = "lower-case letters, digits and hyphens, 64 at most";

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,63}\z")]
    private static partial Regex Id();

    /// <returns>The first thing that is wrong with it, or null.</returns>
    public static RefusedSource? Refuse(SourcesFile.Entry entry, ConnectorCatalog connectors, Whitelist whitelist)
    {
        var settings = entry.Settings;
        var form = connectors.TryFind(settings.Kind, out var connector) ? connector.Target : null;
        var invalid =
            IdError(entry.Id)
            ?? KindError(settings.Kind, connectors)
            ?? IntervalError(Duration.Write(settings.Interval), out _)
            ?? (form is null ? null : TargetError(settings.Target, form));
        return invalid is not null ? new RefusedSource(entry.Id, settings.Target, "invalid", invalid)
            : PolicyError(settings.Target, form!, whitelist) is { } forbidden
                ? new RefusedSource(entry.Id, settings.Target, "whitelist", forbidden)
            : null;
    }

    /// <returns>What is wrong with it, or null.</returns>
    public static string? IdError(string id) =>
        !Id().IsMatch(id) ? $"'{id}' is no id: {IdForm}."
        : Reserved.Contains(id) ? $"'{id}' is reserved."
        : null;

    /// <returns>What is wrong with it, or null.</returns>
    public static string? KindError(string kind, ConnectorCatalog connectors) =>
        connectors.TryFind(kind, out _) ? null : $"'{kind}' is none of {string.Join(", ", connectors.Names)}.";

    /// <returns>What is wrong with it, or null.</returns>
    public static string? TargetError(string target, SourceTarget form) =>
        form.Form.IsMatch(target) ? null
        : form.Field is null ? "This kind of source has none."
        : $"'{target}' is not of the form {form.Example}.";

    /// <returns>Why the policy forbids it, or null.</returns>
    public static string? PolicyError(string target, SourceTarget form, Whitelist whitelist) =>
        ForbiddenPage(target, form, whitelist) is { } page
            ? $"{page} is not on the whitelist of policy {whitelist.PolicyNumber}. Ask for its host on the page of the sources or with POST /api/policy/hosts of Compliance, see docs/policy.md."
            : null;

    /// <returns>The page that the policy would have to allow; null where it does.</returns>
    public static Uri? ForbiddenPage(string target, SourceTarget form, Whitelist whitelist)
    {
        var page = form.Page?.Invoke(target) ?? form.Host;
        var allowed =
            page is null
            || (
                form.Page is null
                    ? whitelist.AllowsSomeOf(page)
                    : CanonicalUrl.TryParse(page.ToString(), out var canonical) && whitelist.Allows(canonical)
            );
        return allowed ? null : page;
    }

    /// <returns>What is wrong with it, or null.</returns>
    public static string? IntervalError(string text, out TimeSpan interval) =>
        !Duration.TryParse(text, out interval) ? $"'{text}' is no time such as 90s, 15m, 2h or 1d."
        : interval < ShortestInterval ? $"{text} is shorter than {Duration.Write(ShortestInterval)}."
        : null;
}
