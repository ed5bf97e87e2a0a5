using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

internal abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

internal sealed class GenerateParameterDefault : ParameterDefault
{
    private const string Alphanumeric = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz0123456789";

    public int MinLength { get; set; }

    public bool Special { get; set; } = true;

    public override string GetDefaultValue() =>
        RandomNumberGenerator.GetString(Special ? Alphanumeric + "-_.{}~()*+!" : Alphanumeric, MinLength);
}
