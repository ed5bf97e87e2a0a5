using NewsEducator.Tools;

namespace NewsEducator.Testing;

/// <summary>The checkout that the running tests were built in.</summary>
public static class Repository
{
    /// <summary>The folder with global.json.</summary>
    public static string Root { get; } = Checkout.Root();

    /// <summary>Debug or Release, as the running tests: …/bin/Release/net10.0/</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string In(string path) => Path.Combine(Root, path);
}
