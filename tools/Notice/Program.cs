using NewsEducator.Notice;
using NewsEducator.Tools;

// Writes the packages and their licences into NOTICE, below what people wrote there; fails where a licence is not allowed.
var root = Checkout.Root();
var packages = LockedPackage.All(root);
await File.WriteAllTextAsync(Path.Combine(root, NoticeFile.Name), NoticeFile.Render(root, packages));
var refused = LicensePolicy.Refused(packages);
foreach (var line in refused)
{
    await Console.Error.WriteLineAsync(line);
}

return refused.Count;
