namespace NewsEducator.Review.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var handler = new SocketsHttpHandler();
        return await ReviewTool.RunAsync(
            args,
            new CommandContext(Environment.GetEnvironmentVariable, handler, Console.Out, Console.Error, TimeProvider.System),
            stop.Token
        );
    }
}
