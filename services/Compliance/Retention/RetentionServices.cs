using NewsEducator.Compliance.Data;
using NewsEducator.ServiceDefaults;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.Compliance.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidatedOptions<ComplianceRetentionOptions>(ComplianceRetentionOptions.Section);
        builder
            .Services.AddExpiring<UnneededScreenings>()
            .AddExpiring(
                "replaced screenings",
                (ComplianceRetentionOptions options) => options.Screenings,
                (ComplianceDb db, DateTimeOffset before) =>
                    db
                        .Screenings.Where(screening =>
                            screening.ScreenedAt < before
                            && db.Screenings.Any(later =>
                                later.CandidateId == screening.CandidateId
                                && later.ScreenedAt > screening.ScreenedAt
                                && later.Revision >= screening.Revision
                            )
                        )
                        .OrderBy(screening => screening.ScreenedAt)
            )
            .AddExpiring(
                "rescreens",
                (ComplianceRetentionOptions options) => options.Rescreens,
                (ComplianceDb db, DateTimeOffset before) =>
                    db.Rescreens.Where(rescreen => rescreen.RequestedAt < before).OrderBy(rescreen => rescreen.RequestedAt)
            )
            .AddExpiring(
                "drift findings",
                (ComplianceRetentionOptions options) => options.DriftFindings,
                (ComplianceDb db, DateTimeOffset before) =>
                    db.DriftFindings.Where(finding => finding.FoundAt < before).OrderBy(finding => finding.FoundAt)
            );
    }
}
