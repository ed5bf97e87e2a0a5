using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsEducator.Publisher.Tests.Mail;

/// <summary>A certificate that somebody made for their own server.</summary>
internal sealed class MadeCertificate : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    private MadeCertificate(Func<ECDsa, CertificateRequest> request, MadeCertificate? issuer)
    {
        var made = request(_key);
        var now = TimeProvider.System.GetUtcNow();
        var (from, until) = (now.AddDays(-2), issuer is null ? now.AddDays(2) : now.AddDays(1));
        _certificate = issuer is null
            ? made.CreateSelfSigned(from, until)
            : made.Create(issuer._certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(issuer._key), from, until, [1, 2, 3]);
    }

    /// <summary>The certificate alone.</summary>
    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>As a server reads it.</summary>
    public string PemWithKey => $"{Pem}\n{_key.ExportPkcs8PrivateKeyPem()}\n";

    public static MadeCertificate Authority() =>
        new(
            key =>
            {
                var request = new CertificateRequest("CN=an authority of our own", key, HashAlgorithmName.SHA256);
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
                return request;
            },
            issuer: null
        );

    /// <param name="host">Whom it is for.</param>
    /// <param name="issuer">By default itself.</param>
    public static MadeCertificate Server(string host, MadeCertificate? issuer = null) =>
        new(
            key =>
            {
                var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
                var names = new SubjectAlternativeNameBuilder();
                if (IPAddress.TryParse(host, out var address))
                {
                    names.AddIpAddress(address);
                }
                else
                {
                    names.AddDnsName(host);
                }

                request.CertificateExtensions.Add(names.Build());
                return request;
            },
            issuer
        );

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }
}
