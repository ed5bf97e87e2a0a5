using NewsEducator.UpgradeRun;

// The first version from which replicas can be replaced one by one (docs/upgrading.md).
const string FirstRolling = "daed146";

// The last that neither signed approvals nor knew the present queues.
const string LastUnsigned = "f754e54";

var isStopped = args.Contains("--stop");
var from = Array.IndexOf(args, "--from") is >= 0 and var option ? args[option + 1] : null;
var former = await ProductVersion.BuildAsync(from ?? (isStopped ? LastUnsigned : FirstRolling));

var violations = isStopped ? await StoppedUpgrade.RunAsync(former) : await RollingUpgrade.RunAsync(former);
foreach (var violation in violations)
{
    Console.WriteLine(violation);
}

Console.WriteLine(violations.Count == 0 ? "nothing lost, nothing doubled, no decision changed" : $"{violations.Count} violations");
return violations.Count == 0 ? 0 : 1;
