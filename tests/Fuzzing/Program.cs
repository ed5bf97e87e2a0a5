using System.Globalization;
using System.Security.Cryptography;
using NewsEducator.Fuzzing.Services;
using NewsEducator.Fuzzing.Targets;

namespace NewsEducator.Fuzzing;

/// <summary><c>dotnet run -c Release --project tests/Fuzzing -- [TARGET|all] [INPUTS] [SEED] [FIRST]</c></summary>
internal static class Program
{
    private const string AllTargets = "all";
    private const long UsualInputs = 100_000;

    private static async Task<int> Main(string[] args)
    {
        var name = args.ElementAtOrDefault(0) ?? AllTargets;
        var isService = ServiceTargets.Names.Contains(name);
        var targets = FuzzTargets.All.Where(target => name == AllTargets || target.Name == name).ToList();
        if (
            args.Length > 4
            || (targets.Count == 0 && !isService)
            || args.Skip(1).Any(arg => !ulong.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        )
        {
            Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/Fuzzing -- [TARGET|all] [INPUTS] [SEED] [FIRST]");
            Console.Error.WriteLine(
                $"Targets: {string.Join(", ", FuzzTargets.All.Select(target => target.Name).Concat(ServiceTargets.Names))}"
            );
            return 2;
        }

        var inputs = Number(args, 1) ?? UsualInputs;
        var seed = (ulong)(Number(args, 2) ?? RandomNumberGenerator.GetInt32(int.MaxValue));
        var first = Number(args, 3) ?? 0;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var run = new FuzzRun(new DirectoryInfo(Path.Combine("artifacts", "fuzzing")), Console.Out);
        if (isService)
        {
            return await RunAsync(run, name, seed, first, inputs);
        }

        return targets.Sum(target => Run(run, target, seed, first, name == AllTargets ? FuzzTargets.ShareOf(target, inputs) : inputs)) == 0
            ? 0
            : 1;
    }

    private static async Task<int> RunAsync(FuzzRun run, string name, ulong seed, long first, long inputs)
    {
        try
        {
            var (target, service) = await ServiceTargets.StartAsync(name);
            await using (service)
            {
                var found = Run(run, target, seed, first, inputs);
                Console.WriteLine(service.AnswersByStatus);
                return found == 0 ? 0 : 1;
            }
        }
#pragma warning disable CA1031 // Only a process that ends in order stops the servers that it started.
        catch (Exception error)
        {
            await Console.Error.WriteLineAsync($"{error}");
            return 2;
        }
#pragma warning restore CA1031
    }

    private static int Run(FuzzRun run, FuzzTarget target, ulong seed, long first, long inputs)
    {
        var started = TimeProvider.System.GetTimestamp();
        var found = run.Run(target, seed, first, inputs);
        var time = TimeProvider.System.GetElapsedTime(started);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {inputs:N0} inputs in {time.TotalSeconds:0} s, {found.Count} kinds of findings"
            )
        );
        return found.Count;
    }

    private static long? Number(string[] args, int place) =>
        args.Length > place ? long.Parse(args[place], NumberStyles.None, CultureInfo.InvariantCulture) : null;
}
