namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>The branch that is checked out in the vault.</summary>
/// <param name="Folder">Git's own folder, mostly <c>.git</c>.</param>
/// <param name="Name">For example <c>main</c>.</param>
/// <param name="Commit">Its latest; null before the first.</param>
/// <param name="Nothing">Stands for no object: zeros, as many as an object's name has digits in this repository.</param>
internal sealed record Branch(string Folder, string Name, string? Commit, string Nothing)
{
    public string Ref => $"refs/heads/{Name}";
}
