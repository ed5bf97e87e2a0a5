using NewsEducator.Compliance.Texts;

namespace NewsEducator.Compliance.Policies;

/// <summary>What is wrong with a line of a policy; its words are in texts.json under the code.</summary>
internal sealed record PolicyError(int Line, string Code, params object[] Arguments)
{
    public string Message => Text.Get(Code, Text.Chinese, Arguments);

    public string MessageEn => Text.Get(Code, Text.English, Arguments);
}
