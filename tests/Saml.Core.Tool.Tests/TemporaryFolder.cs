namespace Saml.Core.Tool.Tests;

/// <summary>A folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("saml-tool-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    public string Write(string name, byte[] octets)
    {
        File.WriteAllBytes(this[name], octets);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
