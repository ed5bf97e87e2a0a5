namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>A file of a commit, or that it is gone.</summary>
/// <param name="Path">Within the vault, with slashes.</param>
/// <param name="Mode">For example 100644.</param>
/// <param name="Blob">The id of its bytes; null where there is no file.</param>
internal sealed record TreeEntry(string Path, string Mode, string? Blob)
{
    /// <summary>As <c>git update-index --index-info</c> reads it.</summary>
    /// <param name="nothing">See <see cref="Branch.Nothing"/>.</param>
    public string LineOf(string nothing) => Blob is null ? $"0 {nothing}\t{Path}\0" : $"{Mode} {Blob}\t{Path}\0";

    /// <summary>A note's path as git writes it.</summary>
    public static string PathOf(string note) => note.Replace(System.IO.Path.DirectorySeparatorChar, '/');

    public static TreeEntry Missing(string path) => new(path, "0", null);
}

/// <summary>What a commit did to a file.</summary>
internal sealed record TreeChange(TreeEntry Before, TreeEntry After);
