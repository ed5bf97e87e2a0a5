namespace NewsEducator.Tools;

/// <summary>The checkout that this program was built in.</summary>
internal static class Checkout
{
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("This program runs inside the repository.");
        }

        return folder.FullName;
    }
}
