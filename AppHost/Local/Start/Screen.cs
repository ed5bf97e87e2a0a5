using Spectre.Console;

namespace NewsEducator.AppHost.Local;

/// <summary>What people see.</summary>
internal sealed class Screen(TextWriter output, TextWriter errors)
{
    private const int NameWidth = 21;
    private const int LeastTableWidth = 140;

    private readonly Lock _line = new();

    /// <summary>A line of one resource.</summary>
    public void Say(string resource, string line) => Announce($"{resource,-NameWidth} | {line}");

    public void Announce(string line)
    {
        lock (_line)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Error(string message)
    {
        lock (_line)
        {
            errors.WriteLine($"error: {message}");
        }
    }

    public void Show(Table table)
    {
        lock (_line)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
            console.Profile.Width = Math.Max(console.Profile.Width, LeastTableWidth);
            console.Write(table);
        }
    }
}
