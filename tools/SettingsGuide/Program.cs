using NewsEducator.SettingsGuide;
using NewsEducator.Tools;

// Writes docs/configuration.md from the options classes of the services.
var root = Checkout.Root();
await File.WriteAllTextAsync(Path.Combine(root, SettingsPage.File), SettingsPage.Render(root));
