using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.ServiceDefaults.Tests;

public sealed class WatchCertificateTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task The_end_of_a_certificate_is_read_from_the_server_that_shows_it(int days)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var end = TimeProvider.System.GetUtcNow().AddDays(days);
        using var certificate = request.CreateSelfSigned(end.AddDays(-90), end);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var server = builder.Build();
        await server.StartAsync(TestContext.Current.CancellationToken);

        var found = await WatchCertificate.EndOfAsync(
            new UriBuilder(server.Urls.First()) { Host = "localhost" }.Uri,
            TestContext.Current.CancellationToken
        );

        (found - end).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }
}
