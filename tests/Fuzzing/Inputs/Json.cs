namespace NewsEducator.Fuzzing.Inputs;

/// <summary>What JSON is made of.</summary>
internal static class Json
{
    public static readonly string[] Words =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "false",
        "0",
        "-1",
        "1.5",
        "\"\"",
        "\"x\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\ud83d\\ude00\"",
        "\\u0000",
        "\\ud800",
        "\\",
        "[]",
        "{}",
        "[null]",
        "{\"a\":",
        "[[",
        "\"2026-11-30T10:00:00Z\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59+14:00\"",
        "// x\n",
        "$id",
    ];
}
