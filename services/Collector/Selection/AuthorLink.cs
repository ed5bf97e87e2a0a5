namespace NewsEducator.Collector.Selection;

/// <summary>A link of an item's author to another item.</summary>
/// <param name="Address">Of the other one, lower-case.</param>
/// <param name="IsShort"><c>#12</c> or <c>owner/name#12</c>: it counts only where the titles are close as well.</param>
/// <param name="LineHash">Of the line that it is in.</param>
internal sealed record AuthorLink(string Address, bool IsShort, string LineHash)
{
    private const string Full = "> ";
    private const string Short = "~ ";

    public string Key => To(Address, IsShort);

    public string Line => $"= {LineHash} {Address}";

    public static string To(string address, bool isShort) => (isShort ? Short : Full) + address;

    /// <returns>Null for a key that is no link.</returns>
    public static AuthorLink? Read(string key, string[] all)
    {
        if (!key.StartsWith(Full, StringComparison.Ordinal) && !key.StartsWith(Short, StringComparison.Ordinal))
        {
            return null;
        }

        var address = key[Full.Length..];
        var line = Array.Find(
            all,
            other => other.StartsWith("= ", StringComparison.Ordinal) && other.EndsWith($" {address}", StringComparison.Ordinal)
        );
        return new AuthorLink(address, key.StartsWith(Short, StringComparison.Ordinal), line?.Split(' ')[1] ?? "");
    }
}
