using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors;

/// <summary>What a source of some kind points at, for example the repository <c>owner/name</c>.</summary>
/// <param name="Field">The field's name in sources.yaml; null where the kind needs none.</param>
/// <param name="Example">What a right one looks like.</param>
/// <param name="Form">What a right one matches.</param>
internal sealed partial record SourceTarget(string? Field, string Example, Regex Form)
{
    public static readonly SourceTarget None = new(null, "", Nothing());

    public static readonly SourceTarget Repository = new("repository", "owner/name", OwnerAndName());

    public static readonly SourceTarget Model = new("model", "org/name or org/*", OwnerAndAny());

    public static readonly SourceTarget Dataset = new("dataset", "org/name", OwnerAndName());

    public static readonly SourceTarget Channel = new("channel", "UC followed by 22 letters or digits, or @handle", ChannelId());

    public static readonly SourceTarget Feed = new("feed", "https://host/path", FeedUrl());

    [GeneratedRegex("^$")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?!\.+/)[\w.-]{1,100}/(?!\.+$)[\w.-]{1,100}$", RegexOptions.ECMAScript)]
    private static partial Regex OwnerAndName();

    [GeneratedRegex(@"^(?!\.+/)[\w.-]{1,100}/((?!\.+$)[\w.-]{1,100}|\*)$", RegexOptions.ECMAScript)]
    private static partial Regex OwnerAndAny();

    [GeneratedRegex(@"^(UC[\w-]{22}|@[\w.-]{3,30})$", RegexOptions.ECMAScript)]
    private static partial Regex ChannelId();

    [GeneratedRegex(@"^https?://(?![^/?#]*[@:])[a-z0-9.-]{1,253}(/[^\s#]{0,1800})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FeedUrl();
}
