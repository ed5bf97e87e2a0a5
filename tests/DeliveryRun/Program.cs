using System.Globalization;
using NewsEducator.DeliveryRun;

switch (args)
{
    case [Receiver.Name, var port, var file]:
        await Receiver.RunAsync(port, file);
        return 0;
    case [Subscriber.Name, var messaging, var file]:
        await Subscriber.RunAsync(messaging, file);
        return 0;
}

var digests = int.TryParse(Environment.GetEnvironmentVariable("NEWSEDUCATOR_DIGESTS"), CultureInfo.InvariantCulture, out var wanted)
    ? wanted
    : 500;
var run = new Deliveries(digests, killEvery: TimeSpan.FromSeconds(8), kills: int.MaxValue, Console.WriteLine);
var violations = await run.RunAsync();
violations.ForEach(Console.WriteLine);
Console.WriteLine(violations.Count == 0 ? "every id arrived, each revision in order" : $"{violations.Count} violations");
return violations.Count == 0 ? 0 : 1;
