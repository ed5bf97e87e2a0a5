using System.Text;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Holds the repository's index as git itself does: while the file <c>index.lock</c> is there, no other git commits, adds or
/// merges.</summary>
internal sealed class IndexLock : IDisposable
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes("news-educator\n");

    private readonly string _index;
    private readonly string _lock;

    private IndexLock(string folder) => (_index, _lock) = (Path.Combine(folder, "index"), Path.Combine(folder, "index.lock"));

    /// <exception cref="RepositoryException">Somebody else has it.</exception>
    public static IndexLock Take(string folder)
    {
        var held = new IndexLock(folder);
        try
        {
            // One of ours was left by a process that was killed: whoever looks here is the only one of us.
            if (File.Exists(held._lock) && File.ReadAllBytes(held._lock).AsSpan().SequenceEqual(Mark))
            {
                File.Delete(held._lock);
            }

            using var file = new FileStream(held._lock, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            file.Write(Mark);
            ScratchIndex.RemoveLeft(folder);
            return held;
        }
        catch (IOException)
        {
            throw new RepositoryException(
                RepositoryFault.Busy,
                $"Another git is at work in the vault. If none is, one was killed: remove '{held._lock}'."
            );
        }
    }

    /// <summary>A copy to work on, with what people have staged.</summary>
    public ScratchIndex Copy()
    {
        var copy = ScratchIndex.In(Path.GetDirectoryName(_index)!);
        if (File.Exists(_index))
        {
            File.Copy(_index, copy.Path);
        }

        return copy;
    }

    /// <summary>What was made of the copy takes the index's place; a copy of none leaves none.</summary>
    public void Put(ScratchIndex copy)
    {
        if (File.Exists(copy.Path))
        {
            File.Move(copy.Path, _index, overwrite: true);
        }
        else
        {
            File.Delete(_index);
        }
    }

    public void Dispose() => File.Delete(_lock);
}
