using System.Diagnostics.Metrics;

namespace NewsEducator.ServiceDefaults.Net;

/// <summary>Meter <c>NewsEducator.Certificate</c>.</summary>
internal static class CertificateMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Certificate");
    private static double _left = double.NaN;

    static CertificateMetrics() =>
        Meter.CreateObservableGauge(
            "newseducator.certificate.left",
            () => double.IsNaN(Volatile.Read(ref _left)) ? [] : new[] { new Measurement<double>(Volatile.Read(ref _left)) },
            "s",
            "How long the certificate of the public address is still valid."
        );

    public static void Left(TimeSpan left) => Volatile.Write(ref _left, left.TotalSeconds);
}
