namespace NewsEducator.Upstream.GitHub;

internal static class ReactionsJson
{
    // The members named +1 and -1 rule out an anonymous type.
    public static Dictionary<string, object> Of(int total, string url) =>
        new()
        {
            ["url"] = $"{url}/reactions",
            ["total_count"] = total,
            ["+1"] = total - total / 4,
            ["-1"] = 0,
            ["laugh"] = 0,
            ["hooray"] = 0,
            ["confused"] = 0,
            ["heart"] = 0,
            ["rocket"] = 0,
            ["eyes"] = total / 4,
        };
}
