using NewsEducator.Contracts;
using NewsEducator.EventContracts;

// Without arguments: writes what contracts/ holds of the public events. "publish": also freezes the schemas as what subscribers rely on.
var folder = ContractFiles.Folder();
foreach (var (path, text) in ContractFiles.Render())
{
    var file = Path.Combine(folder, path);
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    await File.WriteAllTextAsync(file, text);
}

var breaking = PublicEvent.All.SelectMany(each => ContractFiles.Breaking(folder, each)).ToList();
breaking.ForEach(Console.Error.WriteLine);
if (breaking.Count == 0 && args is ["publish"])
{
    ContractFiles.Publish(folder);
}

return breaking.Count == 0 ? 0 : 1;
