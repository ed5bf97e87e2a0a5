namespace NewsEducator.EndToEnd.Tests;

/// <summary>The foreign packs of these tests. A pack of a date is decided once, so each test takes a date of its own.</summary>
internal static class Packs
{
    /// <param name="name">Of the file under Packs.</param>
    /// <param name="date">Another date than the file's, yyyy-MM-dd.</param>
    public static async Task<string> ReadAsync(string name, string? date = null)
    {
        var file = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Packs", $"{name}.md"));
        var own = file.Split("\ndate: ", 2)[1].Split('\n', 2)[0];
        return file.Replace(own, date ?? own, StringComparison.Ordinal);
    }
}
