using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsEducator.ServiceDefaults.Net;

/// <summary>Sees until when the certificate of the service's public address is valid, as its readers' browsers see it: at the proxy before
/// the service.</summary>
public sealed class WatchCertificate : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Uri? _address;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    private WatchCertificate(Uri? address, TimeProvider time, ILogger<WatchCertificate> logger) =>
        (_address, _time, _logger) = (address, time, logger);

    /// <param name="builder">The service's builder.</param>
    /// <param name="publicUrl">Null where it has none; only https has a certificate.</param>
    public static void Add(WebApplicationBuilder builder, Func<IServiceProvider, Uri?> publicUrl) =>
        builder.Services.AddHostedService(services => new WatchCertificate(
            publicUrl(services),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<WatchCertificate>>()
        ));

    /// <returns>When the certificate ends that a server shows; whether it is a good one is not asked.</returns>
    internal static async Task<DateTimeOffset> EndOfAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.IdnHost, address.Port, cancellationToken);
#pragma warning disable CA5359 // Nothing is sent: the certificate is only looked at, an ended one too.
        await using var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
#pragma warning restore CA5359
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.IdnHost }, cancellationToken);
        using var certificate = new X509Certificate2(stream.RemoteCertificate!);
        return certificate.NotAfter.ToUniversalTime();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_address?.Scheme != Uri.UriSchemeHttps)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, _time);
        do
        {
            await LookAsync(_address, stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(Uri address, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            CertificateMetrics.Left(await EndOfAsync(address, limit.Token) - _time.GetUtcNow());
        }
        catch (Exception error)
            when (error is SocketException or IOException or AuthenticationException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            _logger.LogWarning("The certificate of {Address} cannot be looked at: {Reason}", address, error.Message);
        }
    }
}
