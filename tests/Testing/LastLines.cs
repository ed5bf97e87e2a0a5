using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsEducator.Testing;

/// <summary>What a program printed last, whichever process of it.</summary>
public sealed class LastLines
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>Reads both streams of a process that was just started.</summary>
    public void Follow(Process process)
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool Contains(string line) => _lines.Contains(line);

    public void Clear() => _lines.Clear();

    public override string ToString() => string.Join('\n', _lines);

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        while (_lines.Count > Kept)
        {
            _lines.TryDequeue(out _);
        }
    }
}
