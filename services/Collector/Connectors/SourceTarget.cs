using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Connectors;

/// <summary>What a source of some kind points at, for example the repository <c>owner/name</c>.</summary>
/// <param name="Field">The field's name in sources.yaml; null where the kind needs none.</param>
/// <param name="Example">What a right one looks like.</param>
/// <param name="Form">What a right one matches.</param>
internal sealed partial record SourceTarget(string? Field, string Example, Regex Form)
{
    public static readonly SourceTarget None = new(null, "", Nothing());

    public static readonly SourceTarget Repository = new("repository", "owner/name", OwnerAndName())
    {
        Page = target => new Uri($"https://github.com/{target}/"),
    };

    public static readonly SourceTarget Model = new("model", "org/name or org/*", OwnerAndAny())
    {
        Page = target => new Uri($"https://huggingface.co/{target.TrimEnd('*')}"),
    };

    public static readonly SourceTarget Dataset = new("dataset", "org/name", OwnerAndName())
    {
        Page = target => new Uri($"https://huggingface.co/datasets/{target}/"),
    };

    public static readonly SourceTarget Channel = new("channel", "UC followed by 22 letters or digits, or @handle", ChannelId())
    {
        Host = new Uri("https://www.youtube.com/"),
    };

    public static readonly SourceTarget Feed = new("feed", "https://host/path", FeedUrl()) { Page = target => new Uri(target) };

    /// <summary>The folder that holds what a target's items are, or the feed itself; null where the target does not tell.</summary>
    public Func<string, Uri>? Page { get; init; }

    /// <summary>Where the items are, if only the host is known.</summary>
    public Uri? Host { get; init; }

    [GeneratedRegex(@"^\z")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"^(?!\.+/)[\w.-]{1,100}/(?!\.+\z)[\w.-]{1,100}\z", RegexOptions.ECMAScript)]
    private static partial Regex OwnerAndName();

    [GeneratedRegex(@"^(?!\.+/)[\w.-]{1,100}/((?!\.+\z)[\w.-]{1,100}|\*)\z", RegexOptions.ECMAScript)]
    private static partial Regex OwnerAndAny();

    [GeneratedRegex(@"^(UC[\w-]{22}|@[\w.-]{3,30})\z", RegexOptions.ECMAScript)]
    private static partial Regex ChannelId();

    [GeneratedRegex(
        @"^https?://(?![^/?#]*[@:])[a-z0-9.-]{1,253}(/[^\s#]{0,1800})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex FeedUrl();
}
