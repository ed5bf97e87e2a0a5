using var run = new NewsEducator.FaultRun.FaultRun();
var violations = await run.RunAsync();
foreach (var violation in violations)
{
    Console.WriteLine(violation);
}

Console.WriteLine(violations.Count == 0 ? "nothing lost, nothing doubled, no decision changed" : $"{violations.Count} violations");
return violations.Count == 0 ? 0 : 1;
