using System.Globalization;
using System.Runtime.InteropServices;
using Aspire.Hosting;
using NewsEducator.AppHost.Running;

namespace NewsEducator.AppHost.Diagnosis;

/// <summary><c>dotnet run --project AppHost -- doctor</c>, with the options of a start: says all that would keep the product from working
/// here, or what ails the one that runs on the data folder. It changes nothing.</summary>
internal sealed class Doctor(IDistributedApplicationBuilder builder, TextWriter output)
{
    public const string Argument = "doctor";

    private const string Machine = "machine";

    private readonly List<Finding> _found = [];

    /// <returns>The process's exit code: 1 where something has to be done.</returns>
    public static async Task<int> RunAsync(IDistributedApplicationBuilder builder)
    {
        var doctor = new Doctor(builder, Console.Out);
        await doctor.ExamineAsync();
        return doctor.Conclude();
    }

    private async Task ExamineAsync()
    {
        Say(
            new Finding(
                Machine,
                "dotnet",
                FindingState.Ok,
                $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}."
            )
        );
        using var preflight = new Preflight(builder, claims: false);
        foreach (var (name, look) in preflight.Steps)
        {
            try
            {
                Say(Look(name, look));
            }
            catch (FolderInUse)
            {
                Say(new Finding(Machine, name, FindingState.Ok, $"{preflight.Data.Path} is in use by a run, which is asked."));
                (await RunningServices.AskAsync(preflight.Data)).ForEach(Say);
                return;
            }
        }

        Say(Look(preflight.Ports.Name, preflight.Ports.Look));
        (await ServicePrograms.ExamineAsync(builder.Configuration, preflight)).ForEach(Say);
    }

    private static Finding Look(string name, Func<string> look)
    {
        try
        {
            return new Finding(Machine, name, FindingState.Ok, look());
        }
        catch (StartProblem problem) when (problem is not FolderInUse)
        {
            return new Finding(Machine, name, FindingState.Fault, problem.Message);
        }
    }

    private void Say(Finding finding)
    {
        _found.Add(finding);
        output.WriteLine($"{finding.State.ToString().ToLowerInvariant(), -8} {$"{finding.Where} {finding.Check}", -26} {finding.Said}");
    }

    private int Conclude()
    {
        var faults = _found.Count(finding => finding.State == FindingState.Fault);
        var warnings = _found.Count(finding => finding.State == FindingState.Warning);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{faults} faults, {warnings} warnings."));
        return faults > 0 ? 1 : 0;
    }
}
