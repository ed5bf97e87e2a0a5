namespace NewsEducator.Conformance;

internal static class Logs
{
    public static void WriteIf(this TextWriter log, bool condition, string line)
    {
        if (condition)
        {
            log.WriteLine(line.ReplaceLineEndings(" "));
        }
    }
}
