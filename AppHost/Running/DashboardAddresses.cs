using Microsoft.Extensions.Configuration;

namespace NewsEducator.AppHost.Running;

/// <summary>Ports of the dashboard, its telemetry receiver and its resource service: fixed ones would keep a second instance from
/// starting.</summary>
internal sealed class DashboardAddresses(IConfiguration settings)
{
    private const string Option = "dashboard-port";
    private const int UsualPort = 15080;

    public void Choose()
    {
        var port = Ports.Read(settings, Option, UsualPort);
        if (!string.IsNullOrEmpty(settings[Option]))
        {
            Ports.DemandFree([(port, "dashboard")]);
        }

        settings["ASPNETCORE_URLS"] = Address(Ports.IsFree(port) ? port : Ports.Free());
        // Whoever receives the telemetry over HTTP instead gets it there: Aspire would prefer gRPC.
        settings["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = string.IsNullOrEmpty(settings["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"])
            ? Address(Ports.Free())
            : null;
        settings["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = Address(Ports.Free());
        // All of it listens on loopback only.
        settings["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        settings["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"] = "true";
        settings["ASPIRE_VERSION_CHECK_DISABLED"] = "true";
    }

    private static string Address(int port) => FormattableString.Invariant($"http://localhost:{port}");
}
