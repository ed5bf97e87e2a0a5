using System.CommandLine;
using NewsEducator.Contracts;
using NewsEducator.Review.Cli.Bundles;
using Refit;

namespace NewsEducator.Review.Cli;

/// <summary>The commands, and what is the same for all of them: options, connection, errors.</summary>
internal sealed class ReviewTool(CommandContext context)
{
    private readonly Option<string?> _server = new("--server") { Recursive = true, Description = context.Get("option.server") };
    private readonly Option<string?> _token = new("--token") { Recursive = true, Description = context.Get("option.token") };
    private readonly Option<string?> _data = new("--data") { Recursive = true, Description = context.Get("option.data") };

    public static async Task<int> RunAsync(string[] args, CommandContext context, CancellationToken cancellationToken)
    {
        var call = new ReviewTool(context).Commands().Parse(args);
        var output = new InvocationConfiguration { Output = context.Out, Error = context.Error };
        var exit = await call.InvokeAsync(output, cancellationToken);
        return call.Errors.Count > 0 ? ExitCode.Usage : exit;
    }

    private RootCommand Commands()
    {
        var date = new Argument<string?>("DATE") { Arity = ArgumentArity.ZeroOrOne, Description = context.Get("argument.date") };
        var day = new Argument<string>("DATE") { Description = context.Get("argument.date") };
        var file = new Argument<string>("FILE") { Description = context.Get("argument.file") };
        var number = new Argument<int>("NUMBER") { Description = context.Get("argument.number") };
        var choice = new Argument<string>("CHOICE") { Description = context.Get("argument.choice") };
        choice.AcceptOnlyFromAmong("approve", "skip", "needs-verify", "none");
        var output = new Option<string?>("--output", "-o") { Description = context.Get("option.output") };
        var reason = new Option<string?>("--reason", "-r") { Description = context.Get("option.reason") };
        var confirm = new Option<bool>("--confirm", "-y") { Description = context.Get("option.confirm") };
        var watch = new Option<bool>("--watch", "-w") { Description = context.Get("option.watch") };
        var endToEnd = new Option<bool>("--end-to-end") { Description = context.Get("option.end-to-end") };
        var address = new Option<string?>("--address") { Description = context.Get("option.address") };
        var wait = new Option<int>("--wait") { Description = context.Get("option.wait"), DefaultValueFactory = _ => 300 };
        return new RootCommand(context.Get("tool"))
        {
            _server,
            _token,
            _data,
            new Command("pack", context.Get("pack"))
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
        var bundle = new Argument<string>("FILE") { Description = context.Get("argument.bundle") };
        var key = new Option<string?>("--key") { Description = context.Get("option.key") };
        var command = new Command("verify", context.Get("verify")) { bundle, key };
        command.SetAction((call, stop) => VerifyBundle.RunAsync(call.GetValue(bundle)!, call.GetValue(key), context, stop));
        return command;
    }

    private Command Does(string name, Func<ReviewCommands, ParseResult, CancellationToken, Task<int>> work, params Symbol[] symbols)
    {
        var command = new Command(name, context.Get(name is "pull" or "push" or "bundle" ? $"pack.{name}" : name));
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
        Func<ReviewCommands, ParseResult, CancellationToken, Task<int>> work,
        CancellationToken cancellationToken
    )
    {
        Uri? server = null;
        try
        {
            var connection = Connection.Find(call.GetValue(_server), call.GetValue(_token), call.GetValue(_data), context.Environment);
            server = connection.Server;
            using var http = connection.Open(context.Http);
            return await work(new ReviewCommands(ReviewApi.Of(http), context), call, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            context.Error.WriteLine(failure.In(context.Language));
            return failure.Exit;
        }
        catch (ApiException refused)
        {
            return Refusal.Tell(refused, context);
        }
        catch (Exception error)
            when (!cancellationToken.IsCancellationRequested
                && error is HttpRequestException or ApiRequestException or OperationCanceledException
            )
        {
            context.Error.WriteLine(context.Get("error.unreachable", server!, error.GetBaseException().Message));
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Done;
        }
    }
}
