namespace NewsEducator.AppHost.Tests;

/// <summary>The checked-in answers.</summary>
internal static class Golden
{
    public static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name));
}
