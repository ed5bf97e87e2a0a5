using System.CommandLine;
using NewsEducator.Contracts;
using NewsEducator.Review.Cli.Bundles;
using Refit;

namespace NewsEducator.Review.Cli;

/// <summary>The commands, and what every one of them does around its work.</summary>
internal sealed class ReviewTool(Surroundings around)
{
    private readonly Option<string?> _server = new("--server")
    {
        Recursive = true,
        Description = Text.Get("option.server", around.Language),
    };
    private readonly Option<string?> _token = new("--token") { Recursive = true, Description = Text.Get("option.token", around.Language) };
    private readonly Option<string?> _data = new("--data") { Recursive = true, Description = Text.Get("option.data", around.Language) };

    public static async Task<int> RunAsync(string[] args, Surroundings around, CancellationToken cancellationToken)
    {
        var call = new ReviewTool(around).Commands().Parse(args);
        var output = new InvocationConfiguration { Output = around.Out, Error = around.Error };
        var exit = await call.InvokeAsync(output, cancellationToken);
        return call.Errors.Count > 0 ? ExitCode.Usage : exit;
    }

    private RootCommand Commands()
    {
        var date = new Argument<string?>("DATE") { Arity = ArgumentArity.ZeroOrOne, Description = In("argument.date") };
        var day = new Argument<string>("DATE") { Description = In("argument.date") };
        var file = new Argument<string>("FILE") { Description = In("argument.file") };
        var number = new Argument<int>("NUMBER") { Description = In("argument.number") };
        var choice = new Argument<string>("CHOICE") { Description = In("argument.choice") };
        choice.AcceptOnlyFromAmong("approve", "skip", "needs-verify", "none");
        var output = new Option<string?>("--output", "-o") { Description = In("option.output") };
        var reason = new Option<string?>("--reason", "-r") { Description = In("option.reason") };
        var confirm = new Option<bool>("--confirm", "-y") { Description = In("option.confirm") };
        var watch = new Option<bool>("--watch", "-w") { Description = In("option.watch") };
        var endToEnd = new Option<bool>("--end-to-end") { Description = In("option.end-to-end") };
        var address = new Option<string?>("--address") { Description = In("option.address") };
        var wait = new Option<int>("--wait") { Description = In("option.wait"), DefaultValueFactory = _ => 300 };
        return new RootCommand(In("tool"))
        {
            _server,
            _token,
            _data,
            new Command("pack", In("pack"))
            {
                Does("pull", (work, call, stop) => work.PullAsync(call.GetValue(date), call.GetValue(output), stop), date, output),
                Does("bundle", (work, call, stop) => work.BundleAsync(call.GetValue(date), call.GetValue(output), stop), date, output),
                Does("push", (work, call, stop) => work.PushAsync(call.GetValue(file)!, stop), file),
            },
            Does(
                "decide",
                (work, call, stop) =>
                    work.DecideAsync(call.GetValue(day)!, call.GetValue(number), call.GetValue(choice)!, call.GetValue(reason), stop),
                day,
                number,
                choice,
                reason
            ),
            Does("release", (work, call, stop) => work.ReleaseAsync(call.GetValue(day)!, call.GetValue(confirm), stop), day, confirm),
            Does("import", (work, call, stop) => work.ImportAsync(call.GetValue(file)!, stop), file),
            Verify(),
            Does(
                "doctor",
                (work, call, stop) =>
                    call.GetValue(endToEnd)
                        ? work.SendThroughAsync(call.GetValue(address), TimeSpan.FromSeconds(call.GetValue(wait)), stop)
                        : work.ExamineAsync(stop),
                endToEnd,
                address,
                wait
            ),
            Does("status", (work, call, stop) => work.StatusAsync(call.GetValue(watch), stop), watch),
        };
    }

    /// <summary>The one command that needs no service.</summary>
    private Command Verify()
    {
        var bundle = new Argument<string>("FILE") { Description = In("argument.bundle") };
        var key = new Option<string?>("--key") { Description = In("option.key") };
        var command = new Command("verify", In("verify")) { bundle, key };
        command.SetAction((call, stop) => VerifyBundle.RunAsync(call.GetValue(bundle)!, call.GetValue(key), around, stop));
        return command;
    }

    private string In(string key) => Text.Get(key, around.Language);

    private Command Does(string name, Func<Work, ParseResult, CancellationToken, Task<int>> work, params Symbol[] symbols)
    {
        var command = new Command(name, In(name is "pull" or "push" or "bundle" ? $"pack.{name}" : name));
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        command.SetAction((call, stop) => GuardAsync(call, work, stop));
        return command;
    }

    private async Task<int> GuardAsync(
        ParseResult call,
        Func<Work, ParseResult, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        Uri? server = null;
        try
        {
            var connection = Connection.Find(call.GetValue(_server), call.GetValue(_token), call.GetValue(_data), around.Environment);
            server = connection.Server;
            using var http = connection.Open(around.Http);
            return await work(new Work(ReviewApi.Of(http), around), call, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            around.Error.WriteLine(failure.In(around.Language));
            return failure.Exit;
        }
        catch (ApiException refused)
        {
            return Refusal.Tell(refused, around);
        }
        catch (Exception error)
            when (!cancellationToken.IsCancellationRequested
                && error is HttpRequestException or ApiRequestException or OperationCanceledException
            )
        {
            around.Error.WriteLine(Text.Get("error.unreachable", around.Language, server!, error.GetBaseException().Message));
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }
}
