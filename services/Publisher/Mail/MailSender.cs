using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.ServiceDefaults;

namespace NewsEducator.Publisher.Mail;

/// <summary>Sends what is due, one mail after the other; replicas share the tables by leases.</summary>
internal sealed class MailSender(IServiceScopeFactory scopes, IOptions<MailOptions> options, TimeProvider time, ILogger<MailSender> logger)
    : BackgroundService
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan SweepInterval = TimeSpan.FromHours(1);

    private DateTimeOffset _sweepAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(stoppingToken);
                failures = 0;
            }
            catch (MailServerAwayException error)
            {
                failures++;
                logger.LogWarning("The mail server is away, mail waits: {Reason}", error.Message);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                failures++;
                logger.LogWarning(error, "Mail could not be sent; it is tried again.");
            }

            var pause = failures == 0 ? PollInterval : Backoff.After(failures, PollInterval, LongestPause);
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private async Task RoundAsync(CancellationToken stoppingToken)
    {
        if (time.GetUtcNow() >= _sweepAt)
        {
            await InScopeAsync<ForgetSubscribers>(forget => forget.RunAsync(stoppingToken));
            _sweepAt = time.GetUtcNow() + SweepInterval;
        }

        await InScopeAsync<StartIssues>(issues => issues.RunAsync(stoppingToken));
        await using var server = new SmtpServer(options, time);
        var isMore = true;
        while (isMore && !stoppingToken.IsCancellationRequested)
        {
            // Somebody waits for a notice at a page; a digest's thousands do not.
            var isNotice = await InScopeAsync<SendNotice, bool>(notice => notice.NextAsync(server, stoppingToken));
            isMore = isNotice || await InScopeAsync<SendDigestMail, bool>(mail => mail.NextAsync(server, stoppingToken));
        }
    }

    private async Task InScopeAsync<TWork>(Func<TWork, Task> work)
        where TWork : class
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TWork>());
    }

    private async Task<T> InScopeAsync<TWork, T>(Func<TWork, Task<T>> work)
        where TWork : class
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TWork>());
    }
}
