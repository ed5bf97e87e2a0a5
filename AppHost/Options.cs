namespace NewsEducator.AppHost;

/// <summary>The command line: <c>--name value</c>, and <c>--demo</c> alone for <c>--demo true</c>.</summary>
internal static class Options
{
    private const string Flag = "--demo";

    public static string[] Of(string[] args) =>
        [
            .. args.Index()
                .SelectMany(each =>
                    each.Item == Flag && !bool.TryParse(args.ElementAtOrDefault(each.Index + 1), out _)
                        ? [Flag, "true"]
                        : new[] { each.Item }
                ),
        ];
}
