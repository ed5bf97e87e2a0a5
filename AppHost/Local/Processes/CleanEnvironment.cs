namespace NewsEducator.AppHost.Local;

/// <summary>A child inherits what Aspire would let it inherit, but neither our own addresses nor settings of other servers.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] OwnPrefixes =
        ["ASPNETCORE_", "ASPIRE_", "ConnectionStrings__", "Parameters__", "NEWSEDUCATOR_", "PG", "RABBITMQ_", "ERL_", "MSBUILD", "XUNIT_", "TESTINGPLATFORM_"];

    private static readonly string[] OwnNames =
        ["URLS", "HTTP_PORTS", "HTTPS_PORTS", "DOTNET_URLS", "DOTNET_ENVIRONMENT", "DOTNET_LAUNCH_PROFILE", "DOTNET_STARTUP_HOOKS", "NOTIFY_SOCKET"];

    public static void Clean(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(IsOurs).ToList())
        {
            environment.Remove(name);
        }
    }

    private static bool IsOurs(string name) =>
        OwnNames.Contains(name) || OwnPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
