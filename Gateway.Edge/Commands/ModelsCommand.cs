using System.CommandLine;
using Gateway.Edge.Perception.Models;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Commands;

/// <summary><c>gateway models verify [--folder DIR]</c>: the manifest and the state of every file; exit code 1 when one is unusable.</summary>
internal static class ModelsCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--folder")
        {
            Description = "Folder of the model files.",
            DefaultValueFactory = _ => new ModelOptions().Folder,
        };
        var verify = new Command("verify", "List the models with the state of their files.") { folder };
        verify.SetAction(parsed => Verify(parsed.GetValue(folder)!, System.Console.Out, System.Console.Error));
        return new Command("models", "Work with the model files.") { verify };
    }

    internal static int Verify(string folder, TextWriter output, TextWriter errors)
    {
        var store = new ModelStore(Options.Create(new ModelOptions { Folder = folder }), ModelManifest.Current);
        var checks = store.CheckAll();
        foreach (var check in checks)
        {
            var shape = string.Join("x", check.Model.Input);
            output.WriteLine($"{check.Model.Name,-16}{check.State,-9}{shape,-14}{check.Model.Licence,-6}{check.Model.Sha256[..12]}  {check.Path}");
            output.WriteLine($"{"",-16}from {check.Model.Source}");
        }

        foreach (var check in checks.Where(check => check.Problem is not null))
        {
            errors.WriteLine(check.Problem);
        }

        return checks.All(check => check.Problem is null) ? 0 : 1;
    }
}
