namespace NewsEducator.Contracts;

/// <summary>Which addresses of strangers a page, a note, a feed, a mail or a deck may link to.</summary>
public static class WebLink
{
    /// <returns>The address as it is; null where following it would not open a page of the web, such as <c>javascript:</c>.</returns>
    public static string? Of(string? address) =>
        address is not null
        && (
            address.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        )
            ? address
            : null;
}
