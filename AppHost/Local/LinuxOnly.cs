using System.Runtime.Versioning;

// setsid, /proc and file modes. Elsewhere the Aspire engine runs the same topology in containers.
[assembly: SupportedOSPlatform("linux")]
