using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsEducator.Publisher.Mail;

/// <summary>Certificates that the mail server may show besides those that the machine trusts: of an authority of your own, or its
/// own.</summary>
internal sealed class TrustedCertificates
{
    // serverAuth
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");

    private readonly X509Certificate2Collection _trusted = [];

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="CryptographicException">It holds no certificate.</exception>
    public static TrustedCertificates Read(string? file)
    {
        var trusted = new TrustedCertificates();
        if (!string.IsNullOrEmpty(file))
        {
            trusted._trusted.ImportFromPemFile(file);
            if (trusted._trusted.Count == 0)
            {
                throw new CryptographicException("it holds no certificate");
            }
        }

        return trusted;
    }

    /// <summary>Who issued it is decided here; that it is for this host, and that there is one, is not up for trust.</summary>
    public bool Accept(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || _trusted.Count == 0 || shown is not X509Certificate2 certificate)
        {
            return false;
        }

        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.AddRange(_trusted);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.ApplicationPolicy.Add(ForServers);
        chain?.ChainElements.ToList().ForEach(element => own.ChainPolicy.ExtraStore.Add(element.Certificate));
        return own.Build(certificate);
    }
}
