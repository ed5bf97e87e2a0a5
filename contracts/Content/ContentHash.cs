using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsEducator.Contracts;

/// <summary>The hash that binds an approval to its content.</summary>
/// <remarks>
/// SHA-256 over the fields in a fixed order, each as its UTF-8 length in bytes, a colon and the bytes (a netstring
/// without the comma), null as <c>-</c>. Lengths keep neighbouring fields from running into each other, and nothing
/// depends on a JSON writer's habits. Version 2 holds the state of each claim as well, version 3 the further sources; what
/// has none of these has version 1.
/// </remarks>
public static class ContentHash
{
    /// <returns>64 lower-case hex digits.</returns>
    public static string Of(ApprovedContent content)
    {
        var hasStates = content.Claims.Any(claim => claim.State is not null);
        var hasFurther = content.FurtherSources.Count > 0;
        var text = new StringBuilder($"approved-content/{(hasFurther ? 3 : hasStates ? 2 : 1)}\n");
        Add(text, content.ItemId.ToString("N"));
        Add(text, content.CanonicalUrl);
        Add(text, content.Kind.ToString());
        Add(text, content.Author);
        Add(text, content.SnapshotId);
        Add(text, content.Title);
        Add(text, content.Type);
        Add(text, content.Summary);
        Add(text, content.OneLiner);
        Add(text, content.Analogy);
        Add(text, content.Concept.Key);
        Add(text, content.Concept.Name);
        Add(text, content.Language);
        Add(text, content.Terms, term => term.Name, term => term.Explanation);
        Add(text, content.Claims, claim => claim.Sentence, claim => claim.Quote);
        foreach (var claim in hasStates || hasFurther ? content.Claims : [])
        {
            Add(text, claim.State?.ToString());
        }

        if (hasFurther)
        {
            Add(text, content.FurtherSources, source => source.Url, source => source.Kind.ToString());
            Add(text, content.FurtherSources, source => source.Title, source => source.Author);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Add<T>(StringBuilder text, IReadOnlyList<T> list, Func<T, string?> first, Func<T, string?> second)
    {
        Add(text, list.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var element in list)
        {
            Add(text, first(element));
            Add(text, second(element));
        }
    }

    private static void Add(StringBuilder text, string? field)
    {
        if (field is null)
        {
            text.Append('-');
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field}");
    }
}
