namespace NewsEducator.Review.Cli;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The service said no; nothing was changed.</summary>
    public const int Refused = 1;

    /// <summary>The call is wrong, or a file is.</summary>
    public const int Usage = 2;

    /// <summary>The service was not reached, or does not know the token.</summary>
    public const int Unreachable = 3;
}
