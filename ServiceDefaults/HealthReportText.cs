using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsEducator.ServiceDefaults;

/// <summary>Writes the status, then each check that is not healthy; its reason only for those who are signed in.</summary>
internal static class HealthReportText
{
    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var isKnown = http.User.Identity?.IsAuthenticated == true;
        var troubled = report
            .Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy)
            .Select(entry =>
                isKnown && entry.Value.Description is { Length: > 0 } reason
                    ? $"{entry.Key}: {entry.Value.Status}: {reason}"
                    : $"{entry.Key}: {entry.Value.Status}"
            );
        return http.Response.WriteAsync(string.Join('\n', troubled.Prepend(report.Status.ToString())), http.RequestAborted);
    }
}
