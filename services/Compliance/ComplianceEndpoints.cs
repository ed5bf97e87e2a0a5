using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Screenings;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance;

internal static class ComplianceEndpoints
{
    public static void MapComplianceApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer);
        api.MapGet("/policy", ReadPolicy.Handle);
        api.MapGet("/screenings/{itemId:guid}", ReadScreenings.Handle);
    }
}
