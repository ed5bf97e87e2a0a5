using System.Reflection;
using System.Text;

namespace NewsEducator.Fuzzing;

/// <summary>Valid documents, one file each, in <c>Seeds</c>.</summary>
internal static class Seeds
{
    public static string Read(string name)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream($"Seeds/{name}") ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
