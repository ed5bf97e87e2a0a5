using NewsEducator.Publisher.Forms;

namespace NewsEducator.Publisher.Reports;

/// <summary>Section <c>Publisher:Reports</c>: how readers may report errors.</summary>
internal sealed class ReportOptions : FormLimits
{
    public const string Section = "Publisher:Reports";

    /// <summary>False: pages have no link to the form, and it answers 404.</summary>
    public bool IsOpen { get; set; } = true;
}
