using NewsEducator.Compliance.Drift;
using NewsEducator.Compliance.Hosts;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Previews;
using NewsEducator.Compliance.Rescreens;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Compliance.Shadow;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance;

internal static class ComplianceEndpoints
{
    private const string Yaml = "application/yaml";

    public static void MapComplianceApi(this WebApplication app)
    {
        var api = app.MapGroup("/api").RequireAuthorization(Roles.Viewer);
        api.MapGet("/policy.yaml", ReadPolicy.File);
        api.MapPut("/policy", ChangePolicy.Handle).Accepts<string>(Yaml).RequireAuthorization(Roles.Operator);
        api.MapGet("/policy/versions", ReadPolicy.Versions);
        api.MapGet("/policy/versions/{number:int}", ReadPolicy.Version);
        api.MapGet("/policy/hosts", ReadHosts.List);
        api.MapPost("/policy/hosts", AskForHost.Handle).RequireAuthorization(Roles.Editor);
        api.MapGet("/policy/hosts/{id:guid}", ReadHosts.Get);
        api.MapPost("/policy/hosts/{id:guid}/grant", DecideHost.Grant).RequireAuthorization(Roles.Operator);
        api.MapPost("/policy/hosts/{id:guid}/decline", DecideHost.Decline).RequireAuthorization(Roles.Operator);
        api.MapGet("/policy/shadow", ReadShadow.Handle);
        api.MapPost("/policy/preview", PreviewPolicy.Handle).Accepts<string>(Yaml).RequireAuthorization(Roles.Editor);
        api.MapGet("/screenings/{itemId:guid}", ReadScreenings.Handle);
        api.MapPost("/rescreen", StartRescreen.Handle).RequireAuthorization(Roles.Operator);
        api.MapGet("/rescreen/{id:guid}", ReadRescreen.Handle);
        api.MapGet("/spending", ReadSpending.Handle);

        // What Review's pages show as well.
        app.MapGet("/api/policy", ReadPolicy.Handle).RequireAuthorization(Roles.Service);
        app.MapGet("/api/drift", ReadDrift.Handle).RequireAuthorization(Roles.Service);
    }
}
